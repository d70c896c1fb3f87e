/** The ages in years a practice may choose for a login of one's own (R10). */
export const ownLoginAgeBounds = { from: 12, until: 25 } as const;
