import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import type { CaseState } from "@/domain/cases/case-moves";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import {
  type CaseDeliveryPurpose,
  queueCaseDelivery,
} from "@/features/notifications/queue-case-delivery";
import type { Services } from "@/server/services";
import { moveCase } from "../move-case";
import type { Resent } from "./schema";
import { sendOrHold } from "./send-or-hold";

export type ResendRefusal = "not_found" | "nothing_to_resend";

/** On their way already: pressed twice, or by two tabs. */
const onTheWay: readonly CaseState[] = ["queued", "sending", "sent", "held_for_reauthentication"];

/**
 * Sends one of the orthodontist's own cases once more (R46): a case that failed or is unknown, or what was to be said
 * about one. The lab knows its Idempotency-Key, so it gets no double. A case that is under way is answered as it is.
 * Refusals: `not_found` (also another's), `nothing_to_resend`.
 */
export function resendCase(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<Resent, ResendRefusal>> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const { practiceId, personId } = actor;
    const found = await tx.labCase.findFirst({
      where: { practiceId, id, practitioner: { personId } },
      select: { number: true },
    });
    return found ? resendOne(tx, services, actor, { id, ...found }) : refused("not_found");
  });
}

/** The same for several of one's own, or for all that failed, are unknown or could not be told (R46). */
export async function resendCases(
  services: Services,
  actor: ClinicActor,
  { caseIds }: { readonly caseIds?: readonly string[] | undefined },
): Promise<Result<{ items: Resent[] }, ResendRefusal>> {
  const { practiceId, personId } = actor;
  const wanted = await inPractice(services.db, practiceId, (tx) =>
    tx.labCase.findMany({
      where: {
        practiceId,
        practitioner: { personId },
        ...(caseIds
          ? { id: { in: [...caseIds] } }
          : {
              OR: [
                { state: { in: ["send_failed", "delivery_unknown"] } },
                { deliveries: { some: { kind: "lab_case", state: "undelivered" } } },
              ],
            }),
      },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  );
  if (caseIds && wanted.length < new Set(caseIds).size) return refused("not_found");
  const items: Resent[] = [];
  // Each in a transaction of its own: fifty cases hold no lock for long.
  for (const { id } of wanted) {
    const resent = await resendCase(services, actor, { id });
    if (resent.ok) items.push(resent.value);
  }
  return ok({ items });
}

async function resendOne(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, number }: { readonly id: string; readonly number: string },
): Promise<Result<Resent, ResendRefusal>> {
  const { practiceId, personId } = actor;
  const subject = { practiceId, caseId: id };
  const moved = await moveCase(tx, services, subject, {
    event: "resend",
    mover: { by: "orthodontist", personId },
  });
  if (moved.ok) {
    await audit(tx, services, actor, id);
    return ok({ id, number, state: await sendOrHold(tx, services, subject) });
  }
  const { state } = await tx.labCase.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id } },
    select: { state: true },
  });
  const purpose = await untold(tx, subject);
  if (purpose) {
    await queueCaseDelivery(tx, services, { ...subject, purpose });
    await audit(tx, services, actor, id);
    return ok({ id, number, state });
  }
  return onTheWay.includes(state) || (await isUnderWay(tx, subject))
    ? ok({ id, number, state })
    : refused("nothing_to_resend");
}

/** What was to be said about the case and could not be, and nothing later of its kind. */
async function untold(
  tx: Tx,
  subject: { readonly practiceId: string; readonly caseId: string },
): Promise<CaseDeliveryPurpose | null> {
  for (const purpose of ["case_cancelled", "case_plan_decided"] as const) {
    const last = await tx.delivery.findFirst({
      where: { ...subject, kind: "lab_case", purpose },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { state: true },
    });
    if (last?.state === "undelivered") return purpose;
  }
  return null;
}

async function isUnderWay(
  tx: Tx,
  subject: { readonly practiceId: string; readonly caseId: string },
): Promise<boolean> {
  const count = await tx.delivery.count({
    where: { ...subject, kind: "lab_case", state: { in: ["queued", "sending"] } },
  });
  return count > 0;
}

async function audit(tx: Tx, services: Services, actor: ClinicActor, id: string): Promise<void> {
  await recordAudit(tx, services, auditActor(actor), {
    action: "case.resent",
    practiceId: actor.practiceId,
    objectKind: "lab_case",
    objectId: id,
  });
}
