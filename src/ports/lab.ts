import type { Temporal } from "temporal-polyfill";
import type { Result } from "@/domain/result";

/** What a lab says about itself (its discovery document); addresses are read there, never written into Archway. */
export interface LabDiscovery {
  readonly labKey: string;
  readonly name: string;
  /** OpenID Connect issuer of the lab's own sign-in. */
  readonly issuer: string;
  /** Base of the intake API. */
  readonly intakeUrl: string;
  readonly policy: LabPolicyStatement;
  readonly uploadLimitBytes: number;
}

/** The lab's own words on re-authentication (R43, R44). */
export interface LabPolicyStatement {
  readonly reauthenticateEveryDays: number;
  readonly inactiveAfterDays: number;
  readonly cutOver: {
    readonly at: Temporal.Instant;
    readonly countsFrom: Temporal.Instant;
  } | null;
}

/** Where and as whom a case goes: one orthodontist's connection with one lab, the token unsealed. */
export interface LabAccess {
  readonly intakeUrl: string;
  readonly accessToken: string;
}

export type ScanArch = "upper" | "lower" | "bite";
export type ScanFormat = "stl" | "ply";

export interface DeclaredScan {
  readonly scanId: string;
  readonly arch: ScanArch;
  readonly format: ScanFormat;
  readonly byteCount: number;
  /** Of the content, lower-case hex. */
  readonly sha256: string;
}

export interface CaseOrder {
  /** The practice's own number, unique per orthodontist at the lab. */
  readonly caseNumber: string;
  /** A pseudonym; the lab gets no name. */
  readonly patientReference: string;
  readonly prescription: Readonly<Record<string, unknown>>;
  /** What will be uploaded; the lab has received the case when all of it is there. */
  readonly scans: readonly DeclaredScan[];
}

export const labCaseStatuses = [
  "awaiting_scans",
  "received",
  "in_review",
  "needs_records",
  "rejected",
  "planning",
  "plan_ready",
  "approved",
  "in_production",
  "shipped",
  "on_hold",
  "cancelled",
] as const;
export type LabCaseStatus = (typeof labCaseStatuses)[number];

export interface LabCase {
  readonly labCaseId: string;
  readonly caseNumber: string;
  readonly status: LabCaseStatus;
  /** Null until the last declared scan arrived. */
  readonly receivedAt: Temporal.Instant | null;
  readonly updatedAt: Temporal.Instant;
  /** Scans the lab has in full. */
  readonly receivedScanIds: readonly string[];
}

export interface LabCasePage {
  readonly cases: readonly LabCase[];
  /** Where the next call goes on, also later; null while the lab has none at all. */
  readonly next: string | null;
  /** Whether more is waiting right now. */
  readonly hasMore: boolean;
}

/**
 * unauthorized: the lab wants a new sign-in; `detail.because` is its reason where it names one.
 * refused: repeating it as it is will not help. transient: it was not done, try again with the same key
 * (`detail.retryAfterSeconds` where the lab says so). unclear: it may have been done, reconcile with `listCases`.
 */
export type LabRefusal = "unauthorized" | "refused" | "transient" | "unclear";

/** An aligner lab (R41 to R48). Never call it in a request or a transaction. */
export interface LabPort {
  discover(discoveryUrl: string): Promise<Result<LabDiscovery, LabRefusal>>;
  /** Same key and order: the case of the first time. Same key, another order: refused. */
  submitCase(
    access: LabAccess,
    order: CaseOrder,
    idempotencyKey: string,
  ): Promise<Result<LabCase, LabRefusal>>;
  /** Streams one declared scan; a scan the lab already has is answered with the case as it is. */
  uploadScan(
    access: LabAccess,
    labCaseId: string,
    scan: DeclaredScan,
    content: ReadableStream<Uint8Array>,
  ): Promise<Result<LabCase, LabRefusal>>;
  /** The orthodontist's cases at the lab, oldest change first; `cursor` from an earlier page, null for the start. */
  listCases(
    access: LabAccess,
    page: { readonly cursor: string | null; readonly caseNumber?: string },
  ): Promise<Result<LabCasePage, LabRefusal>>;
}
