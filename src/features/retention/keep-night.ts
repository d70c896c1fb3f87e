import type { Tx } from "@/db/client";
import { fromDay, fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { nightOf } from "@/domain/retention/night";
import { type RetentionKind, retentionKinds } from "@/domain/retention/retention-rules";
import { recordAudit } from "@/features/audit/record-audit";
import { allPracticeIds, deliveryPractice } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";
import type { Night } from "./due";
import { removeFiles } from "./remove-files";
import { removeSome } from "./remove-some";
import { retentionSetting } from "./retention-setting";

/** Rows of one transaction; a record takes many tables with it. */
const atOnce: Readonly<Record<RetentionKind, number>> = {
  drafts: 500,
  deliveries: 500,
  failedRegistrations: 500,
  records: 10,
};

/**
 * S23: once per practice and night of its own zone, removes what has been kept for the practice's time. Several workers
 * share a night; one that was killed leaves the rest to the next. Answers how many things went.
 */
export async function keepRetention(services: Services): Promise<number> {
  let removed = 0;
  const practiceIds = await allPracticeIds(services);
  for (const practiceId of practiceIds) {
    const night = await beginNight(services, practiceId);
    if (night) removed += await goThrough(services, night);
  }
  // Afterwards, so that a store that is down puts off no practice's night.
  for (const practiceId of practiceIds) await removeFiles(services, practiceId);
  return removed;
}

/** Tonight, unless it is finished. */
function beginNight(services: Services, practiceId: string): Promise<Night | null> {
  return inPractice(services.db, practiceId, async (tx) => {
    const { zone } = await deliveryPractice(tx, practiceId);
    const on = nightOf(services.now, zone);
    const nightOn = fromDay(on);
    const known = await tx.retentionNight.findUnique({
      where: { practiceId_nightOn: { practiceId, nightOn } },
      select: { finishedAt: true },
    });
    if (known?.finishedAt) return null;
    if (!known)
      await tx.retentionNight.createMany({
        data: [{ practiceId, nightOn, startedAt: fromInstant(services.now) }],
        skipDuplicates: true,
      });
    return { practiceId, zone, on };
  });
}

async function goThrough(services: Services, night: Night): Promise<number> {
  let removed = 0;
  for (const kind of retentionKinds) {
    for (;;) {
      const some = await oneBatch(services, night, kind);
      if (some === "taken") return removed;
      removed += some;
      if (some < atOnce[kind]) break;
    }
  }
  await inPractice(services.db, night.practiceId, async (tx) => {
    if (await holdNight(tx, night)) await finish(tx, services, night);
  });
  return removed;
}

/** What goes, the night's count and the audit row, or none of them. `taken`: another worker is at this night. */
function oneBatch(
  services: Services,
  night: Night,
  kind: RetentionKind,
): Promise<number | "taken"> {
  const { practiceId, on } = night;
  return inPractice(services.db, practiceId, async (tx) => {
    if (!(await holdNight(tx, night))) return "taken";
    const setting = await retentionSetting(tx, practiceId);
    const removed = await removeSome(tx, night, setting, kind, atOnce[kind]);
    if (removed === 0) return 0;
    await tx.retentionNight.update({
      where: { practiceId_nightOn: { practiceId, nightOn: fromDay(on) } },
      data: { [kind]: { increment: removed } },
      select: { nightOn: true },
    });
    const keptFor = kind === "records" ? { years: setting.records } : { months: setting[kind] };
    await recordAudit(
      tx,
      services,
      {},
      {
        action: "retention.removed",
        practiceId,
        detail: { what: kind, count: removed, ...keptFor },
      },
    );
    return removed;
  });
}

/** Holds an unfinished night until the transaction ends; false when another worker does, or it is finished. */
async function holdNight(tx: Tx, { practiceId, on }: Night): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    select from tenant.retention_night
    where practice_id = ${practiceId}::uuid and night_on = ${on.toString()}::date and finished_at is null
    for update skip locked`;
  return held.length > 0;
}

function finish(tx: Tx, services: Services, { practiceId, on }: Night) {
  return tx.retentionNight.update({
    where: { practiceId_nightOn: { practiceId, nightOn: fromDay(on) } },
    data: { finishedAt: fromInstant(services.now) },
    select: { nightOn: true },
  });
}
