import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { quietHoursAround } from "@/domain/reminders/due-at";
import { chooseOffer, offeredKey } from "@/domain/waiting-list/choose-offer";
import {
  dayBeganAt,
  NEXT_ROUND_MINUTES,
  OFFERED_AT_ONCE,
  OFFERS_A_DAY,
} from "@/domain/waiting-list/offer-rules";
import type { PracticeFacts } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { bookableTimes } from "./bookable-times";
import { sendOffer } from "./send-offer";
import { daysOfStretch, entriesFor, type FreedRow, type WaitingEntry } from "./waiting-entries";

/**
 * One look at a freed time: the next few who wait for it are asked. It is looked at again when their round is over, when
 * the practice's night is, or when a hold on it runs out; with nothing left to do it is forgotten. Answers how many.
 */
export async function lookAtFreed(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  freed: FreedRow,
): Promise<number> {
  const { now } = services;
  // One look at a time, so that nobody is asked more often a day than they should be.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`waiting list ${practice.id}`}, 0))`;
  const entries = await entriesFor(tx, services, practice.id, freed);
  const isOver = toInstant(freed.endsAt).epochMilliseconds <= now.epochMilliseconds;
  if (isOver || entries.length === 0) return forget(tx, practice.id, freed.id);
  const night = await nightAround(tx, practice, now);
  if (night) return lookAgain(tx, practice.id, freed.id, night.untilAt, 0);
  const round = await ask(tx, services, practice, freed, entries);
  if (round.isOpen) {
    const next = now.add({ minutes: NEXT_ROUND_MINUTES });
    return lookAgain(tx, practice.id, freed.id, next, round.offered);
  }
  const heldUntil = await lastHoldOn(tx, services, practice.id, freed);
  if (heldUntil) return lookAgain(tx, practice.id, freed.id, heldUntil, round.offered);
  return (await forget(tx, practice.id, freed.id)) + round.offered;
}

/** `isOpen`: there may be somebody to ask later. */
async function ask(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  freed: FreedRow,
  entries: readonly WaitingEntry[],
): Promise<{ offered: number; isOpen: boolean }> {
  const stretch = { startsAt: toInstant(freed.startsAt), endsAt: toInstant(freed.endsAt) };
  const range = daysOfStretch(services.now, practice.zone, stretch);
  const span = {
    startMs: stretch.startsAt.epochMilliseconds,
    endMs: stretch.endsAt.epochMilliseconds,
    practitionerId: freed.practitionerId,
  };
  const offered = new Map<string, number>();
  let made = 0;
  let isOpen = false;
  for (const [index, entry] of entries.entries()) {
    const found = await bookableTimes(tx, services, practice, entry, range);
    if (!found) continue;
    const { times, visit, leadMinutes } = found;
    const { zone } = practice;
    const time = chooseOffer({ times, freed: span, visit, wish: entry.wish, zone, offered });
    if (time === null) continue;
    if ((await askedToday(tx, services, practice, entry.patientId)) >= OFFERS_A_DAY) {
      isOpen = true;
      continue;
    }
    const offer = { entry, time, leadMinutes, freedTimeId: freed.id, offeredByPersonId: null };
    if ((await sendOffer(tx, services, practice.id, offer)) === null) continue;
    offered.set(offeredKey(time), (offered.get(offeredKey(time)) ?? 0) + 1);
    made += 1;
    if (made === OFFERED_AT_ONCE) return { offered: made, isOpen: index < entries.length - 1 };
  }
  return { offered: made, isOpen };
}

function askedToday(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  patientId: string,
): Promise<number> {
  const since = fromInstant(dayBeganAt(services.now, practice.zone));
  return tx.waitingListOffer.count({
    where: { practiceId: practice.id, entry: { patientId }, offeredAt: { gte: since } },
  });
}

async function nightAround(tx: Tx, { id, zone }: PracticeFacts, now: Temporal.Instant) {
  const { quietFromMinute, quietUntilMinute } = await tx.practiceSettings.findUniqueOrThrow({
    where: { practiceId: id },
    select: { quietFromMinute: true, quietUntilMinute: true },
  });
  const quiet = { fromMinute: quietFromMinute, untilMinute: quietUntilMinute };
  return quietHoursAround(now, { zone, quiet });
}

/** Until when somebody holds a part of the stretch; null: nobody does. */
async function lastHoldOn(
  tx: Tx,
  services: Services,
  practiceId: string,
  freed: FreedRow,
): Promise<Temporal.Instant | null> {
  const { _max } = await tx.appointment.aggregate({
    where: {
      practiceId,
      state: "held",
      holdExpiresAt: { gt: fromInstant(services.now) },
      practitionerBusyFromAt: { lt: freed.endsAt },
      practitionerBusyUntilAt: { gt: freed.startsAt },
      ...(freed.practitionerId !== null && { practitionerId: freed.practitionerId }),
    },
    _max: { holdExpiresAt: true },
  });
  return _max.holdExpiresAt && toInstant(_max.holdExpiresAt);
}

async function lookAgain(
  tx: Tx,
  practiceId: string,
  id: string,
  at: Temporal.Instant,
  offered: number,
): Promise<number> {
  await tx.freedTime.update({
    where: { practiceId_id: { practiceId, id } },
    data: { nextLookAt: fromInstant(at) },
    select: { id: true },
  });
  return offered;
}

async function forget(tx: Tx, practiceId: string, id: string): Promise<number> {
  await tx.freedTime.delete({ where: { practiceId_id: { practiceId, id } }, select: { id: true } });
  return 0;
}
