import type { Temporal } from "temporal-polyfill";
import type { CaseEvent } from "@/domain/cases/case-moves";
import type { LabCaseStatus } from "@/ports/lab";
import { type PlanBody, usualPlan } from "@/simulators/lab/plan";
import type { Chance } from "../chance";
import type { CaseStep } from "./case-paths";

/** One move of a case by the lab: Archway's event and the lab's own report carry the same id. */
export interface LabReportMade {
  readonly id: string;
  readonly status: LabCaseStatus;
  readonly at: Temporal.Instant;
  readonly reason: string | null;
  readonly plan: (PlanBody & { readonly id: string; readonly number: number }) | null;
  readonly tracking: string | null;
}

const statuses: Partial<Readonly<Record<CaseEvent, LabCaseStatus>>> = {
  receive: "received",
  start_review: "in_review",
  request_records: "needs_records",
  reject: "rejected",
  start_planning: "planning",
  present_plan: "plan_ready",
  start_production: "in_production",
  ship: "shipped",
};

/** What the lab reported with a step of a case's path; null for a step of somebody else. */
export function labReport(
  chance: Chance,
  { event, by, reason }: CaseStep,
  at: Temporal.Instant,
  told: { readonly prescription: Readonly<Record<string, unknown>>; readonly tracking: string },
): LabReportMade | null {
  const status = statuses[event];
  if (by !== "lab" || status === undefined) return null;
  const plan =
    status === "plan_ready"
      ? { id: chance.id(at), number: 1, ...usualPlan(told.prescription, 1) }
      : null;
  const tracking = status === "shipped" ? told.tracking : null;
  return { id: chance.id(at), status, at, reason: reason ?? null, plan, tracking };
}
