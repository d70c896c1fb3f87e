import type { Temporal } from "temporal-polyfill";
import { addUpload } from "../files/demo-files";
import { at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import type { ConnectionMade } from "./connections";

export interface ScanMade {
  readonly scanId: string;
  readonly arch: "upper" | "lower";
  readonly byteCount: number;
  readonly sha256: string;
}

interface OfCase {
  readonly caseId: string;
  readonly patient: PatientWithCourse;
  readonly connection: ConnectionMade;
  readonly createdAt: Temporal.Instant;
  readonly receivedAt: Temporal.Instant | null;
}

/** Both arches, scanned by the orthodontist; the lab has them once it has received the case. */
export function addScans(making: Making, of: OfCase): ScanMade[] {
  const { upperScan, lowerScan } = making.shared.files;
  return (["upper", "lower"] as const).map((arch, position) => {
    const file = arch === "upper" ? upperScan : lowerScan;
    const scanId = addCaseFile(making, of, { file, kind: "scan", arch, position });
    return { scanId, arch, byteCount: file.bytes.length, sha256: file.sha256 };
  });
}

/** Two photos of the record; they stay at the practice. */
export function addCasePhotos(making: Making, of: OfCase): void {
  for (const [position, file] of making.shared.files.photos.slice(0, 2).entries())
    addCaseFile(making, of, { file, kind: "photo", arch: null, position });
}

/** Answers the upload's id. */
function addCaseFile(
  { rows, practiceId, chance, ...making }: Making,
  { caseId, patient, connection, createdAt, receivedAt }: OfCase,
  wish: {
    readonly file: Making["shared"]["files"]["upperScan"];
    readonly kind: "scan" | "photo";
    readonly arch: "upper" | "lower" | null;
    readonly position: number;
  },
): string {
  const { file, kind, arch, position } = wish;
  const uploadId = addUpload({ rows, practiceId, chance, ...making }, file, {
    patientId: patient.id,
    byPersonId: connection.orthodontist.personId,
    fileName: kind === "scan" ? `${arch}.stl` : `smile-${position + 1}.jpg`,
    kind,
    createdAt: createdAt.add({ minutes: 20 }),
  });
  rows.add("tenant.case_file", {
    practiceId,
    id: chance.id(createdAt),
    caseId,
    uploadId,
    kind,
    arch,
    position,
    acceptedByLabAt: kind === "scan" && receivedAt ? at(receivedAt) : null,
  });
  return uploadId;
}
