import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { type RecordDetail, recordDetails } from "@/domain/pms/detail-changes";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { tellPracticeSystem } from "@/features/records/tell-practice-system";
import type { Services } from "@/server/services";
import {
  isEmergencyContactIncomplete,
  type PhoneWrong,
  readProfile,
  type TypedProfile,
} from "./profile-fields";

export type ChangeProfileRefusal =
  | "view_only"
  | "changed_meanwhile"
  | "emergency_incomplete"
  | PhoneWrong;

export interface ProfileChanged {
  readonly version: number;
  readonly changed: readonly RecordDetail[];
}

type Answer = Result<ProfileChanged, ChangeProfileRefusal>;

/**
 * R17: what a person, or a guardian for a child, changes of the record. It counts here at once and goes to the practice's
 * system as a change (R50). `version` is the one the form was made from: a second tab or the practice was not faster.
 */
export async function changeProfile(
  services: Services,
  actor: PatientActor,
  input: TypedProfile & { readonly version: number },
): Promise<Answer> {
  const { practiceId, patientId } = actor;
  const read = await readProfile(services, practiceId, input);
  if (!read.ok) return read;
  const wanted = read.value;
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    if (!(await mayAct(tx, actor))) return refused("view_only");
    await tx.$executeRaw`
      select from tenant.patient where practice_id = ${practiceId}::uuid and id = ${patientId}::uuid for update`;
    const record = await tx.patient.findUniqueOrThrow({
      where: { practiceId_id: { practiceId, id: patientId } },
      select: { ...selectDetails, version: true, personId: true },
    });
    const changed = recordDetails.filter((field) => record[field] !== wanted[field]);
    // Sent twice, or by both of two tabs alike: done already.
    if (changed.length === 0) return ok({ version: record.version, changed });
    if (record.version !== input.version) return refused("changed_meanwhile");
    // What the practice left incomplete keeps nobody from saving something else.
    if (changed.some(isOfEmergencyContact) && isEmergencyContactIncomplete(wanted)) {
      return refused("emergency_incomplete");
    }
    const { count } = await tx.patient.updateMany({
      where: { practiceId, id: patientId, version: input.version },
      data: { ...wanted, updatedAt: fromInstant(services.now), version: { increment: 1 } },
    });
    if (count === 0) throw new RolledBack(refused("changed_meanwhile"));
    if (record.personId !== null && changed.includes("preferredName")) {
      await identityIn(tx).person.update({
        where: { id: record.personId },
        data: { preferredName: wanted.preferredName },
        select: { id: true },
      });
    }
    await tellPracticeSystem(
      tx,
      services,
      actor,
      changed.map((field) => ({ field, before: record[field], after: wanted[field] })),
    );
    await recordAudit(tx, services, auditActor(actor), {
      action: "record.changed",
      practiceId,
      objectKind: "patient",
      objectId: patientId,
      patientId,
      detail: { fields: changed, by: "account" },
    });
    return ok({ version: input.version + 1, changed });
  });
}

const isOfEmergencyContact = (field: RecordDetail) => field.startsWith("emergencyContact");

export const selectDetails = {
  preferredName: true,
  addressLine1: true,
  addressLine2: true,
  town: true,
  postcode: true,
  homePhone: true,
  workPhone: true,
  emergencyContactName: true,
  emergencyContactPhone: true,
  emergencyContactRelationship: true,
} as const satisfies Record<RecordDetail, true>;
