/** In characters as a person counts them; the database holds the same bounds. */
export const templateBounds = { name: 80, body: 4000 } as const;
