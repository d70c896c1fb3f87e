import type { Tx } from "@/db/client";
import type { CaseState } from "@/domain/cases/case-moves";
import type { CaseOrder, DeclaredPhoto, DeclaredScan } from "@/ports/lab";

/** A scan or photo of a case as the lab is told of it, and where its bytes lie. */
export interface CaseRecord<Declared> {
  readonly fileId: string;
  readonly storageKey: string;
  readonly declared: Declared;
}
export type CaseScan = CaseRecord<DeclaredScan>;
export type CasePhoto = CaseRecord<DeclaredPhoto>;

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
  readonly photos: readonly CasePhoto[];
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
        where: { upload: { state: "stored" } },
        select: {
          id: true,
          kind: true,
          arch: true,
          upload: {
            select: {
              id: true,
              storageKey: true,
              bytes: true,
              sha256: true,
              fileName: true,
              contentType: true,
            },
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
  const scans: CaseScan[] = [];
  const photos: CasePhoto[] = [];
  for (const { id: fileId, kind, arch, upload } of row.caseFiles) {
    const { id, storageKey, bytes, fileName, contentType } = upload;
    const sha256 = Buffer.from(upload.sha256 ?? []).toString("hex");
    const content = { byteCount: Number(bytes), sha256 };
    if (kind === "scan") {
      const format = /\.ply$/i.test(fileName) ? "ply" : "stl";
      const declared = { scanId: id, arch: arch ?? "bite", format, ...content } as const;
      scans.push({ fileId, storageKey, declared });
    } else {
      const declared = { photoId: id, format: photoFormatOf(contentType), ...content };
      photos.push({ fileId, storageKey, declared });
    }
  }
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
      photos: photos.map(({ declared }) => declared),
    },
    scans,
    photos,
  };
}

function photoFormatOf(contentType: string): DeclaredPhoto["format"] {
  if (contentType === "image/png") return "png";
  return contentType === "image/webp" ? "webp" : "jpeg";
}

function fieldsOf(json: unknown): Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json) ? { ...json } : {};
}
