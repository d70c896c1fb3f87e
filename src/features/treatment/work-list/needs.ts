/** What of a patient waits for the orthodontist. */
export const workNeeds = ["answer", "check_in", "off_track", "stop", "approve"] as const;
export type WorkNeed = (typeof workNeeds)[number];

export const isWorkNeed = (text: string): text is WorkNeed =>
  workNeeds.some((need) => need === text);
