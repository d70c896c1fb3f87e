import type { Tx } from "@/db/client";

/** What a practice without settings of its own has. */
const USUAL_AGE = 16;

/** The age in years from which a patient of the practice has their own login (R10). */
export async function ageOfOwnLogin(tx: Tx, practiceId: string): Promise<number> {
  const settings = await tx.practiceSettings.findUnique({
    where: { practiceId },
    select: { ownLoginFromAge: true },
  });
  return settings?.ownLoginFromAge ?? USUAL_AGE;
}
