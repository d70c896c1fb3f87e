import type { Temporal } from "temporal-polyfill";
import { fromInstant, toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { goesBefore } from "@/domain/retention/kept-until";
import { nightOf } from "@/domain/retention/night";
import type { RetentionSetting } from "@/domain/retention/retention-rules";
import { keepRetention } from "@/features/retention/keep-night";
import type { PracticeMade, World } from "../../support/world";

/** Sets how long the practice keeps things, as the database takes it. */
export function keeps(world: World, practiceId: string, setting: Partial<RetentionSetting>) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId },
      data: {
        ...(setting.drafts && { draftRetentionMonths: setting.drafts }),
        ...(setting.deliveries && { deliveryRetentionMonths: setting.deliveries }),
        ...(setting.failedRegistrations && {
          failedRegistrationRetentionMonths: setting.failedRegistrations,
        }),
        ...(setting.records !== undefined && { retentionYears: setting.records }),
      },
    }),
  );
}

/** The first instant that stays in tonight's night: one millisecond before it goes. */
export async function edge(
  world: World,
  { zone }: PracticeMade,
  keptFor: { readonly months: number } | { readonly years: number },
): Promise<{ stays: Temporal.Instant; goes: Temporal.Instant }> {
  const { now } = await world.services();
  const stays = goesBefore(nightOf(now, zone), keptFor, zone);
  return { stays, goes: stays.subtract({ milliseconds: 1 }) };
}

export const night = async (world: World) => keepRetention(await world.services());

/** Takes back that tonight is done, so that a file of tests needs no real nights. */
export function forgetNights(world: World, practiceId: string) {
  return inPractice(world.db, practiceId, (tx) => tx.retentionNight.deleteMany());
}

export function nightsOf(world: World, practiceId: string) {
  return inPractice(world.db, practiceId, async (tx) => {
    const rows = await tx.retentionNight.findMany({ orderBy: { nightOn: "asc" } });
    return rows.map(({ nightOn, ...row }) => ({ ...row, on: toDay(nightOn).toString() }));
  });
}

export function auditOf(world: World, practiceId: string) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.auditEntry.findMany({
      where: { action: "retention.removed" },
      orderBy: { at: "asc" },
      select: { patientId: true, actorName: true, objectId: true, detail: true },
    }),
  );
}

export function draft(world: World, practiceId: string, patientId: string, at: Temporal.Instant) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.messageDraft.create({
      data: {
        practiceId,
        patientId,
        personId: crypto.randomUUID(),
        body: "Dear",
        updatedAt: fromInstant(at),
      },
      select: { id: true },
    }),
  );
}
