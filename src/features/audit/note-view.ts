import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { AuditAction } from "./actions";
import { auditActor } from "./audit-actor";
import { recordAudit } from "./record-audit";

/** An open page reads again by itself when something changes; that is still the same view. */
const sameViewMinutes = 10;

interface Viewed {
  readonly action: Extract<
    AuditAction,
    "record.viewed" | "plan.viewed" | "thread.viewed" | "upload.viewed" | "case.viewed"
  >;
  readonly objectKind: "patient" | "treatment_plan" | "thread" | "upload" | "case";
  readonly objectId: string;
  readonly patientId: string;
}

/** Notes that somebody of the practice, or a guardian, saw something of a patient (R10, R53); once while they keep looking. */
export async function noteView(
  services: Services,
  actor: ClinicActor | PatientActor,
  viewed: Viewed,
): Promise<void> {
  await inPractice(services.db, actor.practiceId, (tx) => noteViewIn(tx, services, actor, viewed));
}

/** The same, in the transaction that reads what is shown: no audit, no view (S19). */
export async function noteViewIn(
  tx: Tx,
  services: Services,
  actor: ClinicActor | PatientActor,
  viewed: Viewed,
): Promise<void> {
  const since = services.now.subtract({ minutes: sameViewMinutes });
  const before = await tx.auditEntry.findFirst({
    where: {
      practiceId: actor.practiceId,
      patientId: viewed.patientId,
      at: { gt: fromInstant(since) },
      action: viewed.action,
      objectId: viewed.objectId,
      actorPersonId: actor.personId,
    },
    select: { id: true },
  });
  if (before) return;
  await recordAudit(tx, services, auditActor(actor), { ...viewed, practiceId: actor.practiceId });
}
