import { Temporal } from "temporal-polyfill";
import { fromDay, fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { Arch, StopKind } from "@/domain/treatment/facts";
import { makePatientActor } from "../../support/people";
import { makePractice, makePractitioner, type PracticeMade, type World } from "../../support/world";

interface PlanWish {
  readonly upper?: number;
  readonly lower?: number;
  /** The stage worn now, put on `daysAgo` days before today; earlier ones ten days apart. */
  readonly worn?: Partial<Record<Arch, number>>;
  readonly daysAgo?: number;
  readonly stopAfter?: { readonly stage: number; readonly stop: StopKind };
  readonly approved?: boolean;
}

export interface PlanMade {
  readonly planId: string;
  readonly stageId: (arch: Arch, number: number) => string;
}

export const INTERVAL_DAYS = 10;

/** The practice's calendar day now, and days around it as `YYYY-MM-DD`. */
export async function today(world: World, practice: PracticeMade, plusDays = 0): Promise<string> {
  const { now } = await world.services();
  return now.toZonedDateTimeISO(practice.zone).toPlainDate().add({ days: plusDays }).toString();
}

/** An approved plan with ten-day stages and what was worn of it. */
export async function makePlan(
  world: World,
  practice: PracticeMade,
  patientId: string,
  wish: PlanWish = {},
): Promise<PlanMade> {
  const { upper = 5, lower = 5, worn = {}, daysAgo = INTERVAL_DAYS } = wish;
  const practiceId = practice.id;
  const practitionerId = await makePractitioner(world, practice);
  const { now } = await world.services();
  const at = fromInstant(now.subtract({ hours: 24 }));
  const day = Temporal.PlainDate.from(await today(world, practice));
  const most = Math.max(1, worn.upper ?? 0, worn.lower ?? 0);
  const startsOn = day.subtract({ days: daysAgo + INTERVAL_DAYS * (most - 1) });
  return inPractice(world.db, practiceId, async (tx) => {
    const plan = await tx.treatmentPlan.create({
      data: {
        practiceId,
        patientId,
        practitionerId,
        startsOn: fromDay(startsOn),
        approvedAt: wish.approved === false ? null : at,
        createdAt: at,
      },
    });
    const series = await tx.treatmentSeries.create({
      data: { practiceId, planId: plan.id, number: 1, kind: "initial" },
    });
    const ids = new Map<string, string>();
    for (const [arch, count] of [["upper", upper] as const, ["lower", lower] as const]) {
      for (let number = 1; number <= count; number++) {
        const stage = await tx.stage.create({
          data: {
            practiceId,
            seriesId: series.id,
            arch,
            number,
            intervalDays: INTERVAL_DAYS,
            stopAfter: wish.stopAfter?.stage === number ? wish.stopAfter.stop : "none",
          },
        });
        ids.set(`${arch} ${number}`, stage.id);
      }
    }
    const stageId = (arch: Arch, number: number) => {
      const id = ids.get(`${arch} ${number}`);
      if (id === undefined) throw new Error(`no ${arch} stage ${number}`);
      return id;
    };
    for (const arch of ["upper", "lower"] as const) {
      const last = worn[arch] ?? 0;
      for (let number = 1; number <= last; number++) {
        await tx.alignerChange.create({
          data: {
            practiceId,
            planId: plan.id,
            stageId: stageId(arch, number),
            patientId,
            changedOn: fromDay(day.subtract({ days: daysAgo + INTERVAL_DAYS * (last - number) })),
            recordedByPersonId: crypto.randomUUID(),
            recordedAt: at,
          },
        });
      }
    }
    return { planId: plan.id, stageId };
  });
}

/** A patient under treatment, with two aligners of each arch put on unless the wish says otherwise. */
export async function treatedPatient(world: World, wish: PlanWish = {}) {
  const practice = await makePractice(world);
  const actor = await makePatientActor(world, practice.id);
  const plan = await makePlan(world, practice, actor.patientId, {
    worn: { upper: 2, lower: 2 },
    ...wish,
  });
  return { practice, actor, plan };
}
