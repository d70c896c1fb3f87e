import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PmsRefusal } from "@/ports/pms";
import type { JobServices } from "@/server/services";
import { notePmsAnswer, pmsAccess } from "./pms-access";

/**
 * not_verified: mail or mobile is not verified yet. not_linked: the record names no patient of the PMS.
 * not_readable: the connection's credentials do not open. disabled: the practice switched the connection off.
 */
export type PortalContactRefusal =
  | PmsRefusal
  | "not_verified"
  | "not_linked"
  | "not_readable"
  | "disabled";

/** Tells the practice's PMS the verified mail, verified mobile and portal status of a patient (R4). Repeating it is safe. */
export async function updatePortalContact(
  services: JobServices,
  subject: { readonly practiceId: string; readonly patientId: string },
): Promise<Result<{ isChanged: boolean }, PortalContactRefusal>> {
  const { practiceId, patientId } = subject;
  const { patient, connection } = await inPractice(services.db, practiceId, async (tx) => ({
    patient: await tx.patient.findFirst({
      where: { practiceId, id: patientId },
      select: {
        email: true,
        emailVerifiedAt: true,
        mobilePhone: true,
        mobileVerifiedAt: true,
        portalStatus: true,
        pmsPatientId: true,
      },
    }),
    connection: await tx.pmsConnection.findFirst({ where: { practiceId } }),
  }));
  if (!connection || connection.kind === "local") return ok({ isChanged: false });
  if (connection.disabledAt !== null) return refused("disabled");
  if (!patient?.email || !patient.mobilePhone) return refused("not_verified");
  if (!patient.emailVerifiedAt || !patient.mobileVerifiedAt) return refused("not_verified");
  if (patient.pmsPatientId === null) return refused("not_linked");
  const access = pmsAccess(services, practiceId, connection);
  if (!access.ok) {
    await notePmsAnswer(services, practiceId, access.reason);
    return access;
  }
  const told = await services.outside.openPms(access.value).updatePatientContact({
    pmsPatientId: patient.pmsPatientId,
    verifiedEmail: patient.email,
    verifiedMobile: patient.mobilePhone,
    portalStatus: patient.portalStatus,
  });
  await notePmsAnswer(services, practiceId, told.ok ? null : told.reason);
  return told;
}
