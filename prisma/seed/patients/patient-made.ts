import type { Temporal } from "temporal-polyfill";
import type { OrthodontistMade } from "../clinic/clinic-people";
import type { IssuedLogin } from "../people";
import type { TreatmentPoint } from "../treatment/course";

/** A patient as the builders that follow need to know them. */
export interface PatientMade {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly dateOfBirth: Temporal.PlainDate;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly login: IssuedLogin;
  readonly orthodontist: OrthodontistMade;
  readonly registered: boolean;
  readonly archived: boolean;
  readonly point: TreatmentPoint;
  readonly createdAt: Temporal.Instant;
  readonly pmsPatientId: string;
}
