import type words from "../../../../../messages/en/case.json";

/** The words of the wizard as they stand in `messages/`; those with places are filled in the browser. */
export type WizardWords = (typeof words)["wizard"];
export type PrescriptionWords = (typeof words)["prescription"];
