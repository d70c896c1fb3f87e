import { ok, type Result, refused } from "@/domain/result";
import type { FileContent, LabAccess, LabCase, LabRefusal } from "@/ports/lab";
import { caseAnswer, toLabCase } from "./answers";
import { bearer, intake, labCall, labRequest, unreadable } from "./request";

/** A declared scan or photo, as the intake API names it. */
export interface LabFile {
  readonly kind: "scans" | "photos";
  readonly id: string;
  readonly byteCount: number;
}

interface Upload {
  readonly access: LabAccess;
  readonly labCaseId: string;
  readonly file: LabFile;
  readonly content: FileContent;
  readonly timeoutMs: number;
  readonly uploadTimeoutMs: number;
}

/** Asks how much of the file the lab has, and sends the rest of it; all of it once more where the lab never took it in. */
export async function uploadFile(upload: Upload): Promise<Result<LabCase, LabRefusal>> {
  const { access, labCaseId, file, content, timeoutMs, uploadTimeoutMs } = upload;
  const url = intake(access, "cases", labCaseId, file.kind, file.id);
  const held = await heldBytes(upload, url);
  if (!held.ok) return held;
  let from = held.value;
  if (from === file.byteCount) {
    const known = await labRequest({
      method: "GET",
      url: intake(access, "cases", labCaseId),
      headers: bearer(access),
      timeoutMs,
      answer: caseAnswer,
    });
    if (!known.ok) return known;
    const labCase = toLabCase(known.value.case);
    if (receivedOf(labCase, file).includes(file.id)) return ok(labCase);
    // Its last byte came, and the lab died before it looked at the whole.
    from = 0;
  }
  const answer = await labRequest({
    method: "PUT",
    url,
    headers: {
      ...bearer(access),
      "content-type": "application/octet-stream",
      "content-range": `bytes ${from}-${file.byteCount - 1}/${file.byteCount}`,
    },
    body: await content(from),
    timeoutMs: uploadTimeoutMs,
    answer: caseAnswer,
  });
  if (answer.ok) return ok(toLabCase(answer.value.case));
  // Somebody else's bytes came in between: the next try asks anew.
  const isOvertaken = answer.reason === "refused" && answer.detail?.code === "offset_mismatch";
  return isOvertaken ? refused("transient", answer.detail) : answer;
}

const receivedOf = (labCase: LabCase, { kind }: LabFile) =>
  kind === "scans" ? labCase.receivedScanIds : labCase.receivedPhotoIds;

async function heldBytes(
  { access, file, timeoutMs }: Upload,
  url: URL,
): Promise<Result<number, LabRefusal>> {
  const call = { method: "HEAD", url, headers: bearer(access), timeoutMs } as const;
  const answer = await labCall(call);
  if (!answer.ok) return answer;
  const said = answer.value.headers.get("upload-offset") ?? "";
  const bytes = Number(said);
  const isPossible = /^\d{1,15}$/.test(said) && bytes <= file.byteCount;
  return isPossible ? ok(bytes) : unreadable(call, answer.value.status);
}
