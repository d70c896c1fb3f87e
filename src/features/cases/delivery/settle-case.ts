import type { Tx } from "@/db/client";
import type { DeliveryState } from "@/db/generated/enums";
import { fromInstant, toInstant } from "@/db/time";
import type { LeasedDelivery } from "@/features/notifications/lease-delivery";
import type { LabCase } from "@/ports/lab";
import type { Services } from "@/server/services";
import { moveCase } from "../move-case";
import type { CaseTrouble } from "./case-trouble";
import { holdQueued } from "./hold-and-release";
import { holdCase } from "./hold-case";
import type { SaidToLab } from "./said-to-lab";
import { takeReports } from "./take-reports";
import { tellNotSent } from "./tell-not-sent";

interface Subject {
  readonly practiceId: string;
  readonly caseId: string;
}

const portal = { by: "portal" } as const;

/** What becomes of a case with its delivery, in the transaction that settles it: they never tell two stories (S17). */
export async function settleCase(
  tx: Tx,
  begun: Services,
  leased: LeasedDelivery,
  said: SaidToLab,
  became: DeliveryState,
): Promise<void> {
  const { practiceId, caseId, purpose } = leased;
  if (caseId === null) return;
  const [clock] = await tx.$queryRaw<[{ at: Date }]>`select app_now() as at`;
  // A scan may have been on its way for minutes.
  const services = { ...begun, now: toInstant(clock.at) };
  const subject = { practiceId, caseId };
  const isCase = purpose === "case_submitted" || purpose === "case_records";
  if (became === "delivered") {
    await noteSuccess(tx, services, subject);
    if (isCase && said.lab) await confirm(tx, services, subject, said.lab);
    else if (said.lab) await takeReports(tx, services, subject, said.lab);
    return;
  }
  const { outcome, trouble = "no_answer" } = said;
  if (trouble === "refused_by_lab") await holdOthers(tx, services, subject);
  if (became === "dropped" && isCase && said.trouble) {
    await holdCase(tx, services, subject, trouble);
    return;
  }
  if (became !== "undelivered") return;
  if (!isCase) return tellNotSent(tx, services, subject, trouble);
  const wasUnclear = leased.wasUnclear || outcome.became === "unclear";
  // A lab that refuses it has said that it has none; "gave up" says nothing of the kind.
  const isKnown = outcome.became === "refused" && trouble !== "no_answer";
  await fail(tx, services, subject, wasUnclear && !isKnown ? "answer_unclear" : trouble);
}

/** The lab's own report that it received the case stands for ours that it was sent. */
async function confirm(tx: Tx, services: Services, subject: Subject, lab: LabCase): Promise<void> {
  const isThere = lab.receivedAt !== null && lab.status !== "awaiting_scans";
  if (!isThere) await moveCase(tx, services, subject, { event: "confirm_sent", mover: portal });
  await takeReports(tx, services, subject, lab);
  if (!isThere) return;
  await moveCase(tx, services, subject, { event: "receive", mover: portal });
  const { practiceId, caseId: id } = subject;
  const sentAt = fromInstant(services.now);
  await tx.labCase.updateMany({ where: { practiceId, id, sentAt: null }, data: { sentAt } });
}

async function fail(
  tx: Tx,
  services: Services,
  subject: Subject,
  trouble: CaseTrouble,
): Promise<void> {
  // Its process died each time before it was on its way.
  await moveCase(tx, services, subject, { event: "start_sending", mover: portal });
  const event = trouble === "answer_unclear" ? "doubt_delivery" : "fail_sending";
  const moved = await moveCase(tx, services, subject, { event, mover: portal, reason: trouble });
  if (moved.ok) await tellNotSent(tx, services, subject, trouble);
}

async function holdOthers(tx: Tx, services: Services, { practiceId, caseId }: Subject) {
  const { practitionerId, labId } = await tx.labCase.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: caseId } },
    select: { practitionerId: true, labId: true },
  });
  await holdQueued(tx, services, { practiceId, practitionerId, labId }, "refused_by_lab");
}

async function noteSuccess(tx: Tx, { now }: Services, { practiceId, caseId }: Subject) {
  const whose = await tx.labCase.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: caseId } },
    select: { practitionerId: true, labId: true },
  });
  await tx.labConnection.updateMany({
    where: { practiceId, ...whose },
    data: { lastSuccessAt: fromInstant(now) },
  });
}
