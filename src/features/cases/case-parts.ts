import { scanArch } from "@/features/scans/upload/schema";
import { type CaseFileView, type CasePlanView, labPlan, type ScanUnderWay } from "./schema";

/** A colleague's name as the practice uses it; null for nobody, or somebody who has left. */
export type NameOf = (personId: string | null) => string | null;

interface FileRow {
  readonly uploadId: string;
  readonly kind: string;
  readonly arch: "upper" | "lower" | null;
  readonly acceptedByLabAt: Date | null;
  readonly upload: {
    readonly fileName: string;
    readonly bytes: bigint;
    readonly createdAt: Date;
    readonly still: { readonly madeAt: Date | null } | null;
  };
}

interface UnderWayRow {
  readonly uploadId: string;
  readonly arch: string;
  readonly receivedBytes: bigint;
  readonly byteCount: bigint;
  readonly begunByPersonId: string;
  readonly upload: { readonly fileName: string };
}

interface ReviewRow {
  readonly number: number;
  readonly receivedAt: Date;
  readonly plan: unknown;
  readonly decision: string | null;
  readonly comments: string | null;
  readonly decidedByPersonId: string | null;
  readonly decidedAt: Date | null;
}

/** Scans first, then photos. A scan of neither arch is one of the bite. */
export function fileViews(rows: readonly FileRow[]): CaseFileView[] {
  return rows.map(({ uploadId, kind, arch, acceptedByLabAt, upload }) => {
    const isScan = kind === "scan";
    return {
      id: uploadId,
      kind: isScan ? "scan" : "photo",
      arch: isScan ? (arch ?? "bite") : null,
      fileName: upload.fileName,
      bytes: Number(upload.bytes),
      addedAt: upload.createdAt.toISOString(),
      href: `/api/uploads/${uploadId}`,
      still: upload.still?.madeAt ? `/api/scans/${uploadId}/still` : null,
      isAtLab: acceptedByLabAt !== null,
    };
  });
}

export function underWayViews(rows: readonly UnderWayRow[], readerId: string): ScanUnderWay[] {
  return rows.map(({ uploadId, arch, begunByPersonId, upload, ...rest }) => ({
    id: uploadId,
    arch: scanArch.parse(arch),
    fileName: upload.fileName,
    receivedBytes: Number(rest.receivedBytes),
    byteCount: Number(rest.byteCount),
    isMine: begunByPersonId === readerId,
  }));
}

export function planViews(rows: readonly ReviewRow[], nameOf: NameOf): CasePlanView[] {
  return rows.map(({ number, receivedAt, plan, decision, comments, decidedAt, ...rest }) => ({
    number,
    receivedAt: receivedAt.toISOString(),
    plan: labPlan.safeParse(plan).data ?? null,
    decision: decision === "approved" || decision === "changes_requested" ? decision : null,
    comments,
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy: nameOf(rest.decidedByPersonId),
  }));
}
