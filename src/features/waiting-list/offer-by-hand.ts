import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { type FreeTime, findFreeTime } from "@/domain/appointments/free-times";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { bookableTimes } from "./bookable-times";
import type { OfferRefusal } from "./refusals";
import type { OfferRequest } from "./schema";
import { sendOffer } from "./send-offer";
import { daysOfStretch, liveEntry, type WaitingEntry } from "./waiting-entries";

type Offered = Result<{ id: string; expiresAt: string }, OfferRefusal>;

/** The practice offers a free time to somebody who waits: one they can book, and earlier than their visit (R35). */
export function offerByHand(
  services: Services,
  actor: ClinicActor,
  input: OfferRequest,
): Promise<Offered> {
  const operation = "POST /api/waiting-list/entries/{id}/offer";
  return inPractice(services.db, actor.practiceId, (tx) =>
    onceOnly(tx, services, actor, operation, input, () => offer(tx, services, actor, input)),
  );
}

async function offer(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, startsAt: wished, practitionerId }: OfferRequest,
): Promise<Offered> {
  const { practiceId, zone } = actor;
  const startsAt = Temporal.Instant.from(wished);
  const entry = await liveEntry(tx, practiceId, id);
  if (entry === null) return refused("not_found");
  const barred = await barredBy(tx, practiceId, entry.patientId);
  if (barred) return refused(barred);
  const present = entry.wish.presentStartsAt;
  if (present && Temporal.Instant.compare(startsAt, present) >= 0) return refused("not_earlier");
  if (!entry.isMovable) return refused("not_movable");
  // The practice may offer somebody other than whom they wished for.
  const anybody = { ...entry, wish: { ...entry.wish, practitionerId: null } };
  const range = daysOfStretch(services.now, zone, { startsAt, endsAt: startsAt });
  const found = await bookableTimes(tx, services, { id: practiceId, zone }, anybody, range);
  const time = found && findFreeTime(found.times, startsAt, practitionerId);
  if (!found || !time) return refused("slot_taken");
  if (await isOffered(tx, services, practiceId, entry, time)) return refused("offered_already");
  const sent = await sendOffer(tx, services, practiceId, {
    entry,
    time,
    leadMinutes: found.leadMinutes,
    freedTimeId: null,
    offeredByPersonId: actor.personId,
  });
  if (sent === null) return refused("nobody_to_tell");
  await recordAudit(tx, services, auditActor(actor), {
    action: "waiting_list.offered",
    practiceId,
    objectKind: "waiting_list_offer",
    objectId: sent.id,
    patientId: entry.patientId,
    detail: { startsAt: startsAt.toString() },
  });
  return ok({ id: sent.id, expiresAt: sent.expiresAt.toString() });
}

async function barredBy(tx: Tx, practiceId: string, patientId: string) {
  const { archivedAt, bookingRestrictedAt } = await tx.patient.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: patientId } },
    select: { archivedAt: true, bookingRestrictedAt: true },
  });
  if (archivedAt) return "patient_archived" as const;
  return bookingRestrictedAt ? ("booking_restricted" as const) : null;
}

/** Two people at the desk, or one twice: one offer. They wait for each other on the entry's row. */
async function isOffered(
  tx: Tx,
  services: Services,
  practiceId: string,
  entry: WaitingEntry,
  time: FreeTime,
): Promise<boolean> {
  await tx.$executeRaw`select from tenant.waiting_list_entry
    where practice_id = ${practiceId}::uuid and id = ${entry.id}::uuid for no key update`;
  const open = await tx.waitingListOffer.count({
    where: {
      practiceId,
      entryId: entry.id,
      startsAt: new Date(time.startsAtMs),
      practitionerId: time.practitionerId,
      acceptedAt: null,
      withdrawnAt: null,
      declinedAt: null,
      expiresAt: { gt: new Date(services.now.epochMilliseconds) },
    },
  });
  return open > 0;
}
