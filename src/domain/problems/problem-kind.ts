/** What can be wrong with an aligner (R25). */
export const problemKinds = ["lost", "cracked", "ill_fitting", "other"] as const;
export type ProblemKind = (typeof problemKinds)[number];
