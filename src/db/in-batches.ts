/** Rows one statement of a clean-up removes: few enough to hold no lock for long. */
const atOnce = 1_000;

/** Calls `removeSome` until it finds fewer rows than it may take. Answers how many rows went. */
export async function inBatches(
  removeSome: (most: number) => Promise<number>,
  most = atOnce,
): Promise<number> {
  for (let removed = 0; ; ) {
    const now = await removeSome(most);
    removed += now;
    if (now < most) return removed;
  }
}
