import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { dayOfText } from "@/domain/time/day-number";
import type {
  Arch,
  SeriesKind,
  StageKind,
  StopKind,
  TreatmentFacts,
} from "@/domain/treatment/facts";
import { planJson } from "./plan-sql";

/** The plan as `planJson` gives it. Days are `YYYY-MM-DD`. */
export interface PlanRow {
  readonly id: string;
  readonly wearGoalMinutes: number;
  readonly completedAt: string | null;
  readonly approved: boolean;
  readonly practitionerName: string | null;
  readonly series: readonly {
    readonly id: string;
    readonly kind: SeriesKind;
    readonly startsOn: string | null;
    readonly endedOn: string | null;
    readonly stages: readonly {
      readonly id: string;
      readonly arch: Arch;
      readonly number: number;
      readonly kind: StageKind;
      readonly intervalDays: number;
      readonly wearGoalMinutes: number;
      readonly stopAfter: StopKind;
    }[];
  }[];
  readonly events: readonly {
    readonly event: "changed" | "backtracked";
    readonly stageId: string;
    readonly on: string;
    readonly recordedAt: string;
  }[];
  readonly pauses: readonly { readonly fromOn: string; readonly untilOn: string | null }[];
  readonly extensions: readonly { readonly stageId: string; readonly days: number }[];
  readonly stopReleases: readonly { readonly stageId: string; readonly releasedOn: string }[];
}

/** The facts the schedule is derived from. */
export function factsOf(plan: PlanRow): TreatmentFacts {
  return {
    series: plan.series.map(({ startsOn, endedOn, ...series }) => ({
      ...series,
      startsOn: dayOrNull(startsOn),
      endedOn: dayOrNull(endedOn),
    })),
    events: plan.events.map(({ event, stageId, on }) =>
      event === "changed"
        ? { event, stageId, on: dayOfText(on) }
        : { event, toStageId: stageId, on: dayOfText(on) },
    ),
    pauses: plan.pauses.map(({ fromOn, untilOn }) => ({
      fromOn: dayOfText(fromOn),
      untilOn: dayOrNull(untilOn),
    })),
    extensions: plan.extensions,
    stopReleases: plan.stopReleases.map(({ stageId, releasedOn }) => ({
      stageId,
      releasedOn: dayOfText(releasedOn),
    })),
  };
}

type PlanRows = readonly { readonly plan: PlanRow | null }[];

interface PlanWish {
  /** Left out: yes. */
  readonly approvedOnly?: boolean;
  /** An adjustment: the plan as it would be if that had not been decided. */
  readonly without?: string;
}

const factsSql = (wish: { readonly approvedOnly: boolean; readonly without?: string }) =>
  `select ${planJson({ patient: "$3::uuid", ...wish })} as plan`;

/** The patient's approved plan within a transaction, or for the practice a draft too; null without one. */
export async function loadPlan(
  tx: Tx,
  where: { readonly practiceId: string; readonly patientId: string; readonly zone: string },
  { approvedOnly = true, without }: PlanWish = {},
): Promise<PlanRow | null> {
  const values = [where.practiceId, where.zone, where.patientId];
  const rows = await (without === undefined
    ? tx.$queryRawUnsafe<PlanRows>(factsSql({ approvedOnly }), ...values)
    : tx.$queryRawUnsafe<PlanRows>(
        factsSql({ approvedOnly, without: "$4::uuid" }),
        ...values,
        without,
      ));
  return rows[0]?.plan ?? null;
}

/** The calendar day it is in a practice. */
export function dayIn(zone: string, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

function dayOrNull(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : dayOfText(text);
}
