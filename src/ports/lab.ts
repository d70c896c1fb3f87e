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

/** A photo that goes with the scans. */
export interface DeclaredPhoto {
  readonly photoId: string;
  readonly format: "jpeg" | "png" | "webp";
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
  readonly photos: readonly DeclaredPhoto[];
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
  /** Null until the last declared scan and photo arrived. */
  readonly receivedAt: Temporal.Instant | null;
  readonly updatedAt: Temporal.Instant;
  /** Scans the lab has in full. */
  readonly receivedScanIds: readonly string[];
  readonly receivedPhotoIds: readonly string[];
  /** What the lab did, in its order; what the orthodontist did makes none. */
  readonly reports: readonly LabReport[];
}

/** One move of a case by the lab (R48). */
export interface LabReport {
  readonly reportId: string;
  /** Counts from 1 within the case, without a gap. */
  readonly sequence: number;
  /** After `on_hold`, the status in which the case was put on hold: it goes on there. */
  readonly status: LabCaseStatus;
  readonly at: Temporal.Instant;
  /** With `needs_records`, `rejected` and `on_hold`. */
  readonly reason: string | null;
  /** With `plan_ready` alone; a second one replaces the first. */
  readonly plan: LabPlan | null;
  /** With `shipped`. */
  readonly tracking: string | null;
}

/** A lab's treatment plan, as the orthodontist reviews it (R41). */
export interface LabPlan {
  readonly planId: string;
  /** Counts from 1 within the case. */
  readonly number: number;
  readonly upperStages: number;
  readonly lowerStages: number;
  readonly daysPerStage: number;
  /** The stage with which attachments are placed; null for none. */
  readonly attachmentsAtStage: number | null;
  readonly ipr: readonly LabPlanIpr[];
  /** Stages after which a visit comes before the next one. */
  readonly stopStages: readonly number[];
  readonly note: string | null;
}

export interface LabPlanIpr {
  /** FDI numbers of two neighbours. */
  readonly between: readonly [number, number];
  readonly millimetres: number;
  readonly beforeStage: number;
}

/** What a lab that asked for records gets, under the same case number (R48). */
export interface CaseAddition {
  /** Those it has already may be among them. */
  readonly scans: readonly DeclaredScan[];
  readonly photos: readonly DeclaredPhoto[];
  /** Without it the earlier one stands. */
  readonly prescription?: Readonly<Record<string, unknown>>;
}

export interface LabPlanReview {
  readonly planId: string;
  readonly decision: "approve" | "request_changes";
  /** Must say something with `request_changes`. */
  readonly comments: string;
}

/** The content of a scan or photo from a byte on: 0, or where an earlier upload ended. */
export type FileContent = (
  fromByte: number,
) => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;

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
  /**
   * Streams one declared scan, from where an earlier upload of it ended. A scan the lab already has is answered with
   * the case as it is, and `content` is not asked for. Refused with `detail.code` "scan_damaged": the lab begins anew.
   */
  uploadScan(
    access: LabAccess,
    labCaseId: string,
    scan: DeclaredScan,
    content: FileContent,
  ): Promise<Result<LabCase, LabRefusal>>;
  /** The same for a photo; it is no sign of life of the orthodontist to the lab, a scan is (R43). */
  uploadPhoto(
    access: LabAccess,
    labCaseId: string,
    photo: DeclaredPhoto,
    content: FileContent,
  ): Promise<Result<LabCase, LabRefusal>>;
  readCase(access: LabAccess, labCaseId: string): Promise<Result<LabCase, LabRefusal>>;
  /** The orthodontist's cases at the lab, oldest change first; `cursor` from an earlier page, null for the start. */
  listCases(
    access: LabAccess,
    page: { readonly cursor: string | null; readonly caseNumber?: string },
  ): Promise<Result<LabCasePage, LabRefusal>>;
  /** To a case in `needs_records`, else refused with "records_not_wanted"; its scans are uploaded after it. */
  addToCase(
    access: LabAccess,
    labCaseId: string,
    addition: CaseAddition,
    idempotencyKey: string,
  ): Promise<Result<LabCase, LabRefusal>>;
  /** Refused with "plan_outdated" when a later plan stands, "plan_decided" when this one was decided otherwise. */
  reviewPlan(
    access: LabAccess,
    labCaseId: string,
    review: LabPlanReview,
    idempotencyKey: string,
  ): Promise<Result<LabCase, LabRefusal>>;
  /** Repeating it is safe. Refused with "in_production" once it is. */
  cancelCase(
    access: LabAccess,
    labCaseId: string,
    reason: string,
  ): Promise<Result<LabCase, LabRefusal>>;
  /** Where the lab posts that a case has a new report, signed with the secret (16 to 200 characters); it replaces the former. */
  registerWebhook(
    access: LabAccess,
    webhook: { readonly url: string; readonly secret: string },
  ): Promise<Result<null, LabRefusal>>;
}
