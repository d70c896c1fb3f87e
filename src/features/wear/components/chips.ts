/** Hours between one choice and the next. */
const STEP_MINUTES = 120;

/** What most days are noted with: the goal, and two steps below it. */
export function chipMinutes(goalMinutes: number): number[] {
  return [0, 1, 2]
    .map((step) => goalMinutes - step * STEP_MINUTES)
    .filter((minutes) => minutes > 0);
}
