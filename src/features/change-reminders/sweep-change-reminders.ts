import type { Tx } from "@/db/client";
import { fromDay, fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import {
  type ChangeReminderTimes,
  type ChangeRound,
  type ChangeToRemind,
  openRounds,
  remindersOf,
} from "@/domain/reminders/change-rounds";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { quietHoursOf } from "@/features/notifications/quiet-hours";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import { factsOf } from "@/features/treatment/load-facts";
import type { Services } from "@/server/services";
import { type Candidate, heldPlans, nextCandidates, PLANS_AT_ONCE } from "./candidates";
import { type ReminderDue, sendChangeReminders } from "./send-change-reminders";
import { changeTimesOf } from "./times";

/** A plain plan can no longer be late for a day so far back. Longer than a practice can wait to say so. */
const FORGOTTEN_DAYS = 20;
/** What a finished round leaves behind is looked at no more after this. */
const ROUNDS_KEPT_DAYS = 60;

/**
 * Reminds of aligner changes, practice by practice (R23): one walk through the plans each evening and one each morning, in
 * batches that go on after a crash where they stopped. Answers how many reminders were dealt with.
 */
export function sweepChangeReminders(services: Services): Promise<number> {
  return inEveryPractice(services, sweepPractice);
}

async function sweepPractice(services: Services, practice: PracticeFacts): Promise<number> {
  const { times, quiet } = await inPractice(services.db, practice.id, async (tx) => ({
    times: await changeTimesOf(tx, practice.id),
    quiet: await quietHoursOf(tx, practice.id),
  }));
  let settled = 0;
  for (const round of openRounds(services.now, times, { zone: practice.zone, quiet })) {
    for (let isOver = false; !isOver; ) {
      const batch = await inPractice(services.db, practice.id, (tx) =>
        goOn(tx, services, practice, round, times),
      );
      settled += batch.settled;
      isOver = batch.isOver;
    }
  }
  return settled;
}

interface Batch {
  readonly settled: number;
  readonly isOver: boolean;
}

/** One batch of a round, which one worker at a time holds; what it sends and how far it came are written together (S17). */
async function goOn(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  round: ChangeRound,
  times: ChangeReminderTimes,
): Promise<Batch> {
  const practiceId = practice.id;
  const on = fromDay(round.on);
  await tx.changeReminderRound.createMany({
    data: [{ practiceId, on, round: round.name }],
    skipDuplicates: true,
  });
  const [held] = await tx.$queryRaw<{ after_plan_id: string | null }[]>`
    select after_plan_id from tenant.change_reminder_round
    where practice_id = ${practiceId}::uuid and "on" = ${round.on.toString()}::date and round = ${round.name}
      and finished_at is null for update skip locked`;
  if (held === undefined) return { settled: 0, isOver: true };
  const looked = await nextCandidates(tx, practice, held.after_plan_id, daysMeant(round));
  const maybe = looked.filter((each) => decided(each, round, times).length > 0);
  const plans = await heldPlans(
    tx,
    practice,
    maybe.map(({ planId }) => planId),
  );
  const due = plans.flatMap((each) =>
    decided(each, round, times).map((change): ReminderDue => ({ ...each, change })),
  );
  const settled = await sendChangeReminders(tx, services, practice, round, due);
  const isOver = looked.length < PLANS_AT_ONCE;
  await tx.changeReminderRound.update({
    where: { practiceId_on_round: { practiceId, on, round: round.name } },
    data: isOver
      ? { finishedAt: fromInstant(services.now) }
      : { afterPlanId: looked.at(-1)?.planId ?? null },
    select: { round: true },
  });
  if (isOver) {
    const before = fromDay(round.on.subtract({ days: ROUNDS_KEPT_DAYS }));
    await tx.changeReminderRound.deleteMany({ where: { practiceId, on: { lt: before } } });
  }
  return { settled, isOver };
}

/** The days of changes that a round can speak of; in the morning as far back as it can be late. */
function daysMeant({ name, on }: ChangeRound): { from: string; until: string } {
  const tomorrow = on.add({ days: 1 }).toString();
  if (name === "evening") return { from: tomorrow, until: tomorrow };
  return { from: on.subtract({ days: FORGOTTEN_DAYS }).toString(), until: on.toString() };
}

/** By the plan's facts at this moment: no day of it is kept anywhere. */
function decided(
  { plan, planId }: Candidate,
  round: ChangeRound,
  times: ChangeReminderTimes,
): ChangeToRemind[] {
  // A patient has one plan at a time; an older one that was never completed says nothing.
  if (plan === null || plan.id !== planId || plan.completedAt !== null) return [];
  return remindersOf(treatmentSchedule(factsOf(plan), round.on), round, times);
}
