import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { isPortalStatus } from "@/domain/pms/portal-status";
import type { PmsPatient } from "@/ports/pms";
import { answeredInstant as instant } from "../../answered-instant";

/** Our key in a Dentally patient's metadata, which Dentally itself never shows. */
export const portalStatusKey = "archway_portal_status";

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

const day = text.transform((value, context) => {
  if (value === null) return null;
  try {
    return Temporal.PlainDate.from(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: "custom", message: "not a day" });
    return z.NEVER;
  }
});

const patient = z.object({
  id: z.union([z.number().int(), z.string().min(1)]).transform(String),
  first_name: text,
  last_name: text,
  preferred_name: text,
  date_of_birth: day,
  email_address: text,
  mobile_phone: text,
  home_phone: text,
  work_phone: text,
  address_line_1: text,
  address_line_2: text,
  town: text,
  postcode: text,
  emergency_contact_name: text,
  emergency_contact_phone: text,
  emergency_contact_relationship: text,
  active: z.boolean().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  updated_at: instant,
});

export type DentallyPatient = z.infer<typeof patient>;

export const patientAnswer = z.object({ patient });
export const patientsAnswer = z.object({
  patients: z.array(patient),
  meta: z.object({ total_pages: z.number().int() }),
});

/** Dentally's patient in our words. */
export function toPmsPatient(from: DentallyPatient): PmsPatient {
  const portalStatus = from.metadata?.[portalStatusKey];
  return {
    pmsPatientId: from.id,
    firstName: from.first_name ?? "",
    lastName: from.last_name ?? "",
    preferredName: from.preferred_name,
    dateOfBirth: from.date_of_birth,
    email: from.email_address,
    mobilePhone: from.mobile_phone,
    homePhone: from.home_phone,
    workPhone: from.work_phone,
    postcode: from.postcode,
    isArchived: from.active === false,
    portalStatus: isPortalStatus(portalStatus) ? portalStatus : null,
    updatedAt: from.updated_at,
  };
}
