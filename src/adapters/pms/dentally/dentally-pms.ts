import { ok } from "@/domain/result";
import type { PatientContactUpdate, PmsPort } from "@/ports/pms";
import { listChangedPatients } from "./changed-patients";
import { updatePatientDetails } from "./patient-details";
import { type DentallyPatient, patientAnswer, portalStatusKey, toPmsPatient } from "./patients";
import { type DentallyAccess, dentallyRequest } from "./request";

export interface DentallyOptions {
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly userAgent: string;
  readonly timeoutMs?: number;
}

/** Dentally's public REST API (developer.dentally.co). Never repeats a call by itself: the delivery does. */
export function dentallyPms({ timeoutMs = 15_000, ...options }: DentallyOptions): PmsPort {
  const access: DentallyAccess = { ...options, timeoutMs };
  const readPatient = (id: string) =>
    dentallyRequest(access, {
      method: "GET",
      path: `patients/${encodeURIComponent(id)}`,
      answer: patientAnswer,
    });
  return {
    findPatient: async (pmsPatientId) => {
      const found = await readPatient(pmsPatientId);
      return found.ok ? ok(toPmsPatient(found.value.patient)) : found;
    },
    updatePatientContact: async (update) => {
      const found = await readPatient(update.pmsPatientId);
      if (!found.ok) return found;
      const { patient } = found.value;
      if (saysAlready(patient, update)) return ok({ isChanged: false });
      const written = await dentallyRequest(access, {
        method: "PUT",
        path: `patients/${encodeURIComponent(update.pmsPatientId)}`,
        body: {
          patient: {
            email_address: update.verifiedEmail,
            mobile_phone: update.verifiedMobile,
            // Other programs keep their keys here too.
            metadata: { ...patient.metadata, [portalStatusKey]: update.portalStatus },
          },
        },
        answer: patientAnswer,
      });
      return written.ok ? ok({ isChanged: true }) : written;
    },
    updatePatientDetails: (update) => updatePatientDetails(access, update),
    listChangedPatients: (page) => listChangedPatients(access, page),
  };
}

function saysAlready(patient: DentallyPatient, update: PatientContactUpdate): boolean {
  return (
    patient.email_address === update.verifiedEmail &&
    patient.mobile_phone === update.verifiedMobile &&
    patient.metadata?.[portalStatusKey] === update.portalStatus
  );
}
