import { ok, type Result, refused } from "@/domain/result";
import type { DeclaredScan, LabAccess, LabCase, LabRefusal, ScanContent } from "@/ports/lab";
import { caseAnswer, toLabCase } from "./answers";
import { bearer, intake, labCall, labRequest, unreadable } from "./request";

interface Upload {
  readonly access: LabAccess;
  readonly labCaseId: string;
  readonly scan: DeclaredScan;
  readonly content: ScanContent;
  readonly timeoutMs: number;
  readonly uploadTimeoutMs: number;
}

/** Asks how much of the scan the lab has, and sends the rest of it; all of it once more where the lab never took it in. */
export async function uploadScan(upload: Upload): Promise<Result<LabCase, LabRefusal>> {
  const { access, labCaseId, scan, content, timeoutMs, uploadTimeoutMs } = upload;
  const url = intake(access, "cases", labCaseId, "scans", scan.scanId);
  const held = await heldBytes(upload, url);
  if (!held.ok) return held;
  let from = held.value;
  if (from === scan.byteCount) {
    const known = await labRequest({
      method: "GET",
      url: intake(access, "cases", labCaseId),
      headers: bearer(access),
      timeoutMs,
      answer: caseAnswer,
    });
    if (!known.ok) return known;
    const labCase = toLabCase(known.value.case);
    if (labCase.receivedScanIds.includes(scan.scanId)) return ok(labCase);
    // Its last byte came, and the lab died before it looked at the whole.
    from = 0;
  }
  const answer = await labRequest({
    method: "PUT",
    url,
    headers: {
      ...bearer(access),
      "content-type": "application/octet-stream",
      "content-range": `bytes ${from}-${scan.byteCount - 1}/${scan.byteCount}`,
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

async function heldBytes(
  { access, scan, timeoutMs }: Upload,
  url: URL,
): Promise<Result<number, LabRefusal>> {
  const call = { method: "HEAD", url, headers: bearer(access), timeoutMs } as const;
  const answer = await labCall(call);
  if (!answer.ok) return answer;
  const said = answer.value.headers.get("upload-offset") ?? "";
  const bytes = Number(said);
  const isPossible = /^\d{1,15}$/.test(said) && bytes <= scan.byteCount;
  return isPossible ? ok(bytes) : unreadable(call, answer.value.status);
}
