import { inPractice } from "@/db/transaction";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import type { Services } from "@/server/services";
import { lookAtFreed } from "./look-at-freed";
import { closeWhatIsOver, type FreedRow } from "./waiting-entries";

/** Freed times looked at in one sweep of a practice. */
const PER_SWEEP = 50;

/**
 * Offers what became free to those who wait for it, practice by practice (R35). Which times became free is written by the
 * database in the transaction that freed them; each is dealt with in a transaction of its own. Answers how many.
 */
export function offerFreedTimes(services: Services): Promise<number> {
  return inEveryPractice(services, offerIn);
}

async function offerIn(services: Services, practice: PracticeFacts): Promise<number> {
  const isWaiting = await inPractice(services.db, practice.id, async (tx) => {
    await closeWhatIsOver(tx, services, practice.id, practice.zone);
    return (await tx.freedTime.count({ where: { practiceId: practice.id } })) > 0;
  });
  let offered = 0;
  for (let looks = 0; isWaiting && looks < PER_SWEEP; looks += 1) {
    const made = await lookAtNext(services, practice);
    if (made === null) break;
    offered += made;
  }
  return offered;
}

/** Null: none is due that nobody else is looking at. */
function lookAtNext(services: Services, practice: PracticeFacts): Promise<number | null> {
  return inPractice(services.db, practice.id, async (tx) => {
    const [freed] = await tx.$queryRaw<FreedRow[]>`
      select id, practitioner_id as "practitionerId", starts_at as "startsAt", ends_at as "endsAt", freed_at as "freedAt"
      from tenant.freed_time
      where practice_id = ${practice.id}::uuid and next_look_at <= ${services.now.toString()}::timestamptz
      order by freed_at, id limit 1 for update skip locked`;
    return freed ? lookAtFreed(tx, services, practice, freed) : null;
  });
}
