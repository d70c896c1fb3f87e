import { inPractice } from "@/db/transaction";
import type { ChoosableTopic } from "@/domain/notifications/topics";
import { sweepChangeReminders } from "@/features/change-reminders/sweep-change-reminders";
import { makePractice, type PracticeMade, type World } from "../../support/world";
import { makeReminded, type Reminded } from "../reminders/reminders-world";
import { makePlan, type PlanMade } from "../treatment/made-plan";

export interface Wearing extends Reminded {
  readonly plan: PlanMade;
}

/** A practice whose patients wear aligner 2, with the round of any day and clock. */
export async function remindingPractice(world: World) {
  const practice = await makePractice(world);
  return { practice, practiceId: practice.id, ...callsOf(world, practice) };
}

export type Reminding = Awaited<ReturnType<typeof remindingPractice>>;

function callsOf(world: World, practice: PracticeMade) {
  const practiceId = practice.id;
  const clock = async (days: number, time: string) => {
    const { now } = await world.services();
    return now
      .toZonedDateTimeISO(practice.zone)
      .toPlainDate()
      .add({ days })
      .toZonedDateTime({ timeZone: practice.zone, plainTime: time })
      .toInstant();
  };
  return {
    /** Somebody with a login whose next change is due in so many days; ten-day stages. */
    async wearing(dueIn: number, wish: Parameters<typeof makePlan>[3] = {}): Promise<Wearing> {
      const somebody = await makeReminded(world, practiceId);
      const plan = await makePlan(world, practice, somebody.patientId, {
        worn: { upper: 2, lower: 2 },
        daysAgo: 10 - dueIn,
        ...wish,
      });
      return { ...somebody, plan };
    },
    /** The chore as it runs at a time of the practice's clock, so many days from today. */
    async sweep(days: number, time: string): Promise<number> {
      return sweepChangeReminders({ ...(await world.services()), now: await clock(days, time) });
    },
    /** What was queued: kind, purpose, state and to whom, the oldest first. */
    queued: () =>
      inPractice(world.db, practiceId, async (tx) => {
        const rows = await tx.delivery.findMany({
          where: { practiceId, purpose: { startsWith: "change_" } },
          orderBy: [{ createdAt: "asc" }, { kind: "asc" }, { recipient: "asc" }],
          select: { kind: true, purpose: true, state: true, recipient: true },
        });
        return rows.map((row) => `${row.kind} ${row.purpose} ${row.state} ${row.recipient}`);
      }),
    notes: () =>
      inPractice(world.db, practiceId, (tx) =>
        tx.changeReminder.findMany({ where: { practiceId }, orderBy: { decidedAt: "asc" } }),
      ),
    choose: (
      { personId, patientId }: { readonly personId: string; readonly patientId: string },
      topic: ChoosableTopic,
      ways: { readonly mail: boolean; readonly sms: boolean },
    ) =>
      inPractice(world.db, practiceId, (tx) =>
        tx.notificationChoice.create({ data: { practiceId, personId, patientId, topic, ...ways } }),
      ),
    run: (statement: string) =>
      inPractice(world.db, practiceId, (tx) => tx.$executeRawUnsafe(statement)),
  };
}
