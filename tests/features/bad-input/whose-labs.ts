import type { Try } from "./try";

/** Every place where a lab is named. */
export const labTries: readonly Try[] = [
  {
    operation: "reEnableIntegration",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ labId: id }) => ({ params: { id }, body: {} }),
  },
];
