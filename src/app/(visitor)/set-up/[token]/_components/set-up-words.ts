/** Apart from the client component, so that a page reads the keys themselves. */
export const setUpWordKeys = [
  "passwordTitle",
  "password",
  "passwordAgain",
  "passwordGo",
  "doneTitle",
  "doneKeep",
] as const;

export type SetUpWords = Record<
  (typeof setUpWordKeys)[number] | "passwordLead" | "doneLead" | "step1" | "step2" | "step3",
  string
>;
