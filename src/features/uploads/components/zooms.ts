/** How much wider than its frame a photo is shown; each is a class, since the policy refuses inline styles (S14). */
export const zooms = [
  { percent: 100, width: "w-full" },
  { percent: 150, width: "w-[150%]" },
  { percent: 200, width: "w-[200%]" },
  { percent: 300, width: "w-[300%]" },
  { percent: 400, width: "w-[400%]" },
] as const;

/** The next step up or down; the first and the last stay. */
export function zoomed(at: number, by: 1 | -1): number {
  return Math.max(0, Math.min(zooms.length - 1, at + by));
}
