import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { moveOfReport } from "@/domain/cases/lab-report-move";
import { queueMail } from "@/features/notifications/queue-delivery";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import { formatDayTime } from "@/lib/format-time";
import type { LabCase, LabReport } from "@/ports/lab";
import type { Services } from "@/server/services";
import { moveCase } from "../move-case";
import { caseForMail } from "./tell-not-sent";

interface Subject {
  readonly practiceId: string;
  readonly caseId: string;
}

/**
 * Takes what a lab has reported on a case and was not taken yet (R48): each report once, in the lab's order whatever the
 * order of arrival. One that will never fit is passed over; one that is too early stays for later. Answers how many moved it.
 */
export async function takeReports(
  tx: Tx,
  services: Services,
  subject: Subject,
  labCase: LabCase,
): Promise<number> {
  const { practiceId, caseId } = subject;
  const [row] = await tx.$queryRaw<{ taken: number; seen: number }[]>`
    select reports_taken as taken, reports_seen as seen from tenant.lab_case
    where practice_id = ${practiceId}::uuid and id = ${caseId}::uuid for update`;
  if (!row) return 0;
  const known = await tx.caseEvent.findMany({
    where: { ...subject, labEventId: { not: null } },
    select: { labEventId: true },
  });
  const ids = new Set(known.map(({ labEventId }) => labEventId));
  const reports = labCase.reports
    .filter(({ sequence }) => sequence > row.taken)
    .toSorted((a, b) => a.sequence - b.sequence);
  let { taken } = row;
  let moved = 0;
  for (const report of reports) {
    const outcome = ids.has(report.reportId) ? "past" : await take(tx, services, subject, report);
    if (outcome === "later") break;
    taken = report.sequence;
    moved += outcome === "moved" ? 1 : 0;
  }
  const seen = Math.max(row.seen, taken, ...reports.map(({ sequence }) => sequence));
  await tx.labCase.updateMany({
    where: { practiceId, id: caseId },
    data: { reportsTaken: taken, reportsSeen: seen, labCaseId: labCase.labCaseId },
  });
  return moved;
}

async function take(
  tx: Tx,
  services: Services,
  subject: Subject,
  report: LabReport,
): Promise<"moved" | "later" | "past"> {
  const { practiceId, caseId } = subject;
  const { state, heldFrom } = await tx.labCase.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: caseId } },
    select: { state: true, heldFrom: true },
  });
  const { reportId, status, at, reason, tracking } = report;
  const decided = moveOfReport(state, heldFrom, status);
  if (decided === "later") return decided;
  if (decided === "past") {
    services.log.warn({ case: caseId, report: reportId, status, state }, "a report does not fit");
    return decided;
  }
  if (decided === "again") await noteAgain(tx, services, subject, report);
  else
    for (const [i, event] of decided.events.entries()) {
      const isLast = i === decided.events.length - 1;
      const moved = await moveCase(tx, services, subject, {
        event,
        mover: { by: "lab", reportId: isLast ? reportId : `${reportId}:${i + 1}`, at },
        ...(isLast && {
          reason: reason ?? undefined,
          ...(tracking !== null && { also: { tracking } }),
        }),
      });
      if (!moved.ok) throw new Error(`a report's move was refused: ${moved.reason}`);
    }
  if (report.plan) await keepPlan(tx, services, subject, report, report.plan);
  await tell(tx, services, subject, report);
  return "moved";
}

/** A better plan in place of the one that waits: no move, but it stands in the history. */
async function noteAgain(
  tx: Tx,
  { random }: Services,
  subject: Subject,
  { reportId, at }: LabReport,
): Promise<void> {
  await tx.caseEvent.create({
    data: {
      ...subject,
      id: random.uuid(),
      event: "present_plan",
      fromState: "plan_ready",
      toState: "plan_ready",
      labEventId: reportId,
      at: fromInstant(at),
    },
    select: { id: true },
  });
}

async function keepPlan(
  tx: Tx,
  { random }: Services,
  subject: Subject,
  { at }: LabReport,
  plan: NonNullable<LabReport["plan"]>,
): Promise<void> {
  const { planId, number, ...rest } = plan;
  await tx.labPlanReview.createMany({
    data: [
      {
        ...subject,
        id: random.uuid(),
        labPlanId: planId,
        number,
        receivedAt: fromInstant(at),
        plan: JSON.parse(JSON.stringify({ id: planId, number, ...rest })),
      },
    ],
    skipDuplicates: true,
  });
}

const toldOf: Readonly<Record<string, string>> = {
  needs_records: "recordsAt",
  rejected: "rejectedAt",
  plan_ready: "planAt",
};

/** What waits for the orthodontist is mailed to them, without a word of the patient (S23). */
async function tell(
  tx: Tx,
  services: Services,
  { practiceId, caseId }: Subject,
  { status, at }: LabReport,
): Promise<void> {
  const sentence = toldOf[status];
  const found = sentence === undefined ? null : await caseForMail(tx, { practiceId, caseId });
  if (!found || sentence === undefined) return;
  const { zone } = await deliveryPractice(tx, practiceId);
  await queueMail(tx, services, {
    purpose: "case_reported",
    practiceId,
    caseId,
    personId: found.personId,
    to: found.mailbox.address,
    language: found.mailbox.language,
    values: {
      case: found.number,
      lab: found.lab,
      page: `/doctor/cases/${caseId}`,
      [sentence]: formatDayTime(at.toString(), zone, found.mailbox.language),
    },
  });
}
