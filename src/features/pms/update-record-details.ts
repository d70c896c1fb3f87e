import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { type DetailChange, recordDetails, staffDetails } from "@/domain/pms/detail-changes";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientDetailsUpdated } from "@/ports/pms";
import type { JobServices } from "@/server/services";
import { notePmsAnswer, pmsAccess } from "./pms-access";
import type { PortalContactRefusal } from "./update-portal-contact";

interface Subject {
  readonly practiceId: string;
  readonly patientId: string;
}

/**
 * Tells the practice's PMS what somebody changed of a record (R17). What was changed there too stays as it is there and
 * becomes a conflict for staff (R50). Repeating it is safe.
 */
export async function updateRecordDetails(
  services: JobServices,
  subject: Subject,
): Promise<Result<{ isChanged: boolean }, PortalContactRefusal>> {
  const { practiceId, patientId } = subject;
  const { patient, connection, changes } = await inPractice(
    services.db,
    practiceId,
    async (tx) => ({
      patient: await tx.patient.findFirst({
        where: { practiceId, id: patientId },
        select: { pmsPatientId: true },
      }),
      connection: await tx.pmsConnection.findFirst({ where: { practiceId } }),
      changes: await waitingChanges(tx, subject),
    }),
  );
  if (changes.length === 0) return ok({ isChanged: false });
  if (!connection || connection.kind === "local") {
    await settle(services, subject, changes, { differing: [] }, "kept_here");
    return ok({ isChanged: false });
  }
  if (connection.disabledAt !== null) return refused("disabled");
  if (!patient || patient.pmsPatientId === null) return refused("not_linked");
  const access = pmsAccess(services, practiceId, connection);
  if (!access.ok) {
    await notePmsAnswer(services, practiceId, access.reason);
    return access;
  }
  const told = await services.outside
    .openPms(access.value)
    .updatePatientDetails({ pmsPatientId: patient.pmsPatientId, changes });
  await notePmsAnswer(services, practiceId, told.ok ? null : told.reason);
  if (!told.ok) return told;
  await settle(services, subject, changes, told.value, "sent");
  return ok({ isChanged: true });
}

interface Waiting extends DetailChange {
  readonly id: string;
}

async function waitingChanges(tx: Tx, { practiceId, patientId }: Subject): Promise<Waiting[]> {
  const rows = await tx.recordChange.findMany({
    where: { practiceId, patientId, OR: [{ settledAt: null }, { outcome: "replaced" }] },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    select: { id: true, field: true, before: true, after: true, settledAt: true },
  });
  return rows.flatMap(({ id, field, before, after, settledAt }) => {
    const known = [...recordDetails, ...staffDetails].find((name) => name === field);
    if (!known || settledAt !== null) return [];
    // A replaced change may have arrived there before it was replaced here.
    const replaced = rows.filter((row) => row.field === field && row.settledAt !== null);
    return [{ id, field: known, befores: [before, ...replaced.map((row) => row.after)], after }];
  });
}

async function settle(
  services: JobServices,
  { practiceId, patientId }: Subject,
  changes: readonly Waiting[],
  { differing }: PatientDetailsUpdated,
  outcome: "sent" | "kept_here",
): Promise<void> {
  const at = fromInstant(services.now);
  await inPractice(services.db, practiceId, async (tx) => {
    for (const { id, field, after } of changes) {
      const conflict = differing.find((one) => one.field === field);
      const { count } = await tx.recordChange.updateMany({
        where: { practiceId, id, settledAt: null },
        data: { settledAt: at, outcome: conflict ? "not_taken" : outcome },
      });
      if (count === 0 || !conflict) continue;
      await tx.pmsConflict.create({
        data: { practiceId, patientId, field, ours: after, theirs: conflict.theirs, foundAt: at },
        select: { id: true },
      });
    }
  });
}
