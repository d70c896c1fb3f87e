import type { Temporal } from "temporal-polyfill";
import type { DetailChange, SentDetail } from "@/domain/pms/detail-changes";
import type { PortalStatus } from "@/domain/pms/portal-status";
import type { Result } from "@/domain/result";

/** A patient as the practice's management system keeps them. Phone numbers as typed there. */
export interface PmsPatient {
  readonly pmsPatientId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly dateOfBirth: Temporal.PlainDate | null;
  readonly email: string | null;
  readonly mobilePhone: string | null;
  readonly homePhone: string | null;
  readonly workPhone: string | null;
  readonly postcode: string | null;
  readonly isArchived: boolean;
  readonly portalStatus: PortalStatus | null;
  readonly updatedAt: Temporal.Instant;
}

export interface PatientContactUpdate {
  readonly pmsPatientId: string;
  readonly verifiedEmail: string;
  /** E.164. */
  readonly verifiedMobile: string;
  readonly portalStatus: PortalStatus;
}

export interface PatientContactUpdated {
  /** False when the record already said all of it. */
  readonly isChanged: boolean;
}

export interface PatientDetailsUpdate {
  readonly pmsPatientId: string;
  readonly changes: readonly DetailChange[];
}

export interface PatientDetailsUpdated {
  /** Left as they are there, because they are neither what they were here before nor empty (R50). */
  readonly differing: readonly { readonly field: SentDetail; readonly theirs: string | null }[];
}

/** How far the changes have been read. What has to outlive a run is `since` alone, once all of it is read. */
export interface ChangesCursor {
  /** Null: from the very beginning. */
  readonly since: Temporal.Instant | null;
  /** From 1 on, within one run. */
  readonly page: number;
  /** The newest change that the run met on its first page. */
  readonly until: Temporal.Instant | null;
}

export interface ChangedPatients {
  readonly patients: readonly PmsPatient[];
  /** Where the next call goes on; kept also when nothing changed. */
  readonly next: ChangesCursor;
  /** Whether more is waiting right now. */
  readonly hasMore: boolean;
}

/**
 * rate_limited: `detail.retryAfterSeconds` says how long to wait. unauthorized: the key or token no longer works,
 * somebody must repair it. unreachable: it was not done, try again. unclear: it may have been done.
 * refused: repeating it as it is will not help; `detail.status` is the answer's status.
 */
export type PmsRefusal =
  | "rate_limited"
  | "unauthorized"
  | "unreachable"
  | "unclear"
  | "not_found"
  | "refused";

/** A practice's own management system (R49). Never call it in a request or a transaction. */
export interface PmsPort {
  /** R4: verified mail, verified mobile and portal status. Repeating it is safe. */
  updatePatientContact(
    update: PatientContactUpdate,
  ): Promise<Result<PatientContactUpdated, PmsRefusal>>;
  /** R17, R50: what a person changed of their record. Overwrites nothing it did not know of. Repeating it is safe. */
  updatePatientDetails(
    update: PatientDetailsUpdate,
  ): Promise<Result<PatientDetailsUpdated, PmsRefusal>>;
  findPatient(pmsPatientId: string): Promise<Result<PmsPatient, PmsRefusal>>;
  /**
   * R50: patients changed since `cursor`, newest change first, until `hasMore` is false. Nobody is skipped who changes
   * meanwhile; patients may come more than once, so readers compare `updatedAt`.
   */
  listChangedPatients(page: {
    readonly cursor: ChangesCursor;
    /** At most 100. */
    readonly limit: number;
  }): Promise<Result<ChangedPatients, PmsRefusal>>;
}

/** Which system a practice works beside, with the credentials to use now. */
export type PmsConnection =
  | { readonly kind: "local" }
  | {
      readonly kind: "dentally";
      /** Of the practice's region, without the version: `https://api.dentally.co`. */
      readonly baseUrl: string;
      readonly accessToken: string;
    };

export type OpenPms = (connection: PmsConnection) => PmsPort;
