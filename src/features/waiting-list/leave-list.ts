import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import type { LeaveRefusal } from "./refusals";

interface Named {
  readonly id: string;
}

/** Takes the patient off the list; open offers go with the entry. Whoever left already is answered the same way. */
export function leaveWaitingList(
  services: Services,
  actor: PatientActor,
  { id }: Named,
): Promise<Result<{ left: boolean }, LeaveRefusal>> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    if (!(await mayAct(tx, actor))) return refused("view_only");
    return closeEntry(tx, services, actor, { id, patientId: actor.patientId });
  });
}

/** The practice takes somebody off the list. */
export function removeFromWaitingList(
  services: Services,
  actor: ClinicActor,
  { id }: Named,
): Promise<Result<{ left: boolean }, "not_found">> {
  return inPractice(services.db, actor.practiceId, (tx) => closeEntry(tx, services, actor, { id }));
}

/** Closes an entry with its audit row, in the caller's transaction. */
export async function closeEntry(
  tx: Tx,
  services: Services,
  actor: PatientActor | ClinicActor,
  which: { readonly id: string; readonly patientId?: string },
): Promise<Result<{ left: boolean }, "not_found">> {
  const { practiceId } = actor;
  const entry = await tx.waitingListEntry.findFirst({
    where: { ...which, practiceId },
    select: { id: true, patientId: true },
  });
  if (entry === null) return refused("not_found");
  const { count } = await tx.waitingListEntry.updateMany({
    where: { practiceId, id: entry.id, closedAt: null },
    data: { closedAt: fromInstant(services.now) },
  });
  if (count > 0)
    await recordAudit(tx, services, auditActor(actor), {
      action: "waiting_list.left",
      practiceId,
      objectKind: "waiting_list_entry",
      objectId: entry.id,
      patientId: entry.patientId,
    });
  return ok({ left: count > 0 });
}
