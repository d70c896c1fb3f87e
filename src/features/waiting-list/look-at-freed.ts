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
import { quietHoursOf } from "@/features/notifications/quiet-hours";
import type { PracticeFacts } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { bookableTimes } from "./bookable-times";
import { sendOffer } from "./send-offer";
import { daysOfStretch, entriesFor, type FreedRow, type WaitingEntry } from "./waiting-entries";

/** What came of a look: how many were asked, and when the next one is due; null: there is nothing left to do. */
interface Look {
  readonly offered: number;
  readonly againAt: Temporal.Instant | null;
}

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
  // One look at a time, so that nobody is asked more often a day than they should be.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`waiting list ${practice.id}`}, 0))`;
  const entries = await entriesFor(tx, practice.id, freed);
  const isOver = freed.endsAt.getTime() <= services.now.epochMilliseconds;
  const isDone = isOver || entries.length === 0;
  const { offered, againAt } = isDone
    ? { offered: 0, againAt: null }
    : await look(tx, services, practice, { freed, entries });
  const where = { practiceId_id: { practiceId: practice.id, id: freed.id } };
  const select = { id: true } as const;
  if (againAt === null) await tx.freedTime.delete({ where, select });
  else await tx.freedTime.update({ where, data: { nextLookAt: fromInstant(againAt) }, select });
  return offered;
}

interface Round {
  readonly freed: FreedRow;
  readonly entries: readonly WaitingEntry[];
}

async function look(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  round: Round,
): Promise<Look> {
  const { now } = services;
  const { id, zone } = practice;
  const night = quietHoursAround(now, { zone, quiet: await quietHoursOf(tx, id) });
  if (night) return { offered: 0, againAt: night.untilAt };
  const { offered, isOpen } = await ask(tx, services, practice, round);
  const againAt = isOpen
    ? now.add({ minutes: NEXT_ROUND_MINUTES })
    : await lastHoldOn(tx, services, id, round.freed);
  return { offered, againAt };
}

/** `isOpen`: there may be somebody to ask later. */
async function ask(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  { freed, entries }: Round,
): Promise<{ offered: number; isOpen: boolean }> {
  const { zone } = practice;
  const stretch = { startsAt: toInstant(freed.startsAt), endsAt: toInstant(freed.endsAt) };
  const range = daysOfStretch(services.now, zone, stretch);
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
    const { visit, leadMinutes } = found;
    const times = found.times.filter((time) => !entry.known.has(offeredKey(time)));
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
