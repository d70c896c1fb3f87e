import type { Tx } from "@/db/client";
import type { PatientActor } from "./actors";

/** Whether somebody may change things for the patient they act for: a guardian may have rights to look alone (R10). */
export async function mayAct(tx: Tx, actor: PatientActor): Promise<boolean> {
  const { practiceId, patientId, personId } = actor;
  if (patientId === actor.ownPatientId) return true;
  const full = await tx.guardianship.count({
    where: { practiceId, patientId, guardianPersonId: personId, rights: "full", endedAt: null },
  });
  return full > 0;
}
