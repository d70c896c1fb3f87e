import type { Tx } from "@/db/client";
import type { CaseState } from "@/domain/cases/case-moves";
import type { CaseOrder, DeclaredScan } from "@/ports/lab";

/** A scan of a case as the lab is told of it, and where its bytes lie. */
export interface CaseScan {
  readonly fileId: string;
  readonly storageKey: string;
  readonly declared: DeclaredScan;
}

export interface OutgoingCase {
  readonly practiceId: string;
  readonly caseId: string;
  readonly state: CaseState;
  readonly practitionerId: string;
  readonly labId: string;
  readonly connectionId: string | null;
  readonly labCaseId: string | null;
  readonly idempotencyKey: string;
  readonly order: CaseOrder;
  readonly scans: readonly CaseScan[];
}

/** A case as it goes to its lab: under a pseudonym, no name, no birth date (R46, S23). Null: no such case. */
export async function outgoingCase(
  tx: Tx,
  { practiceId, caseId }: { readonly practiceId: string; readonly caseId: string },
): Promise<OutgoingCase | null> {
  const row = await tx.labCase.findFirst({
    where: { practiceId, id: caseId },
    select: {
      number: true,
      state: true,
      practitionerId: true,
      labId: true,
      labCaseId: true,
      idempotencyKey: true,
      patientReference: true,
      prescription: true,
      caseFiles: {
        where: { kind: "scan", upload: { state: "stored" } },
        select: {
          id: true,
          arch: true,
          upload: {
            select: { id: true, storageKey: true, bytes: true, sha256: true, fileName: true },
          },
        },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!row) return null;
  const { practitionerId, labId } = row;
  const connection = await tx.labConnection.findFirst({
    where: { practiceId, practitionerId, labId },
    select: { id: true },
  });
  const scans = row.caseFiles.map(({ id, arch, upload }) => ({
    fileId: id,
    storageKey: upload.storageKey,
    declared: {
      scanId: upload.id,
      arch: arch ?? ("bite" as const),
      format: /\.ply$/i.test(upload.fileName) ? ("ply" as const) : ("stl" as const),
      byteCount: Number(upload.bytes),
      sha256: Buffer.from(upload.sha256 ?? []).toString("hex"),
    },
  }));
  return {
    practiceId,
    caseId,
    state: row.state,
    practitionerId,
    labId,
    connectionId: connection?.id ?? null,
    labCaseId: row.labCaseId,
    idempotencyKey: row.idempotencyKey,
    order: {
      caseNumber: row.number,
      patientReference: row.patientReference,
      prescription: fieldsOf(row.prescription),
      scans: scans.map(({ declared }) => declared),
    },
    scans,
  };
}

function fieldsOf(json: unknown): Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json) ? { ...json } : {};
}
