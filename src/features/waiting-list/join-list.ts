import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import type { JoinRefusal } from "./refusals";
import type { AddRequest, JoinRequest, WishInput } from "./schema";
import { writeEntry } from "./write-entry";

type Joined = Result<{ id: string }, JoinRefusal>;

/** A patient asks to hear of an earlier time than their visit's, or of any for a type of visit (R35). */
export function joinWaitingList(
  services: Services,
  actor: PatientActor,
  { patientId: _, ...wish }: JoinRequest,
): Promise<Joined> {
  return join(services, actor, actor.patientId, wish, "POST /api/waiting-list");
}

/** The practice puts a patient on the list; restrictions bind it as they bind the patient (R9). */
export function addToWaitingList(
  services: Services,
  actor: ClinicActor,
  { patientId, ...wish }: AddRequest,
): Promise<Joined> {
  return join(services, actor, patientId, wish, "POST /api/waiting-list/entries");
}

function join(
  services: Services,
  actor: PatientActor | ClinicActor,
  patientId: string,
  wish: WishInput,
  operation: string,
): Promise<Joined> {
  const { practiceId, zone } = actor;
  return inPractice(services.db, practiceId, (tx) =>
    onceOnly(tx, services, actor, operation, { patientId, ...wish }, async () => {
      if (actor.kind === "patient" && !(await mayAct(tx, actor))) return refused("view_only");
      const addedByPersonId = actor.kind === "clinic" ? actor.personId : null;
      const whose = { practiceId, patientId, zone, addedByPersonId };
      const written = await writeEntry(tx, services, whose, wish);
      if (!written.ok) return written;
      const { id } = written.value;
      await recordAudit(tx, services, auditActor(actor), {
        action: "waiting_list.joined",
        practiceId,
        objectKind: "waiting_list_entry",
        objectId: id,
        patientId,
      });
      return ok({ id });
    }),
  );
}
