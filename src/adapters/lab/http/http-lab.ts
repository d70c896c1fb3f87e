import { ok, type Result, refused } from "@/domain/result";
import type { FileContent, LabAccess, LabCase, LabPort, LabRefusal } from "@/ports/lab";
import { caseAnswer, casesAnswer, discoveryAnswer, toLabCase, webhookAnswer } from "./answers";
import { bearer, intake, type LabCall, labRequest } from "./request";
import { type LabFile, uploadFile } from "./upload-file";

export interface HttpLabOptions {
  /** For a call without a file; 15 s without it. */
  readonly timeoutMs?: number;
  /** For the upload of one scan of up to 200 MB; 10 min without it. */
  readonly uploadTimeoutMs?: number;
}

/** A lab's intake API over HTTP. Never repeats a call by itself: the delivery does, with the same key. */
export function httpLab({
  timeoutMs = 15_000,
  uploadTimeoutMs = 600_000,
}: HttpLabOptions): LabPort {
  async function caseCall(call: Omit<LabCall, "timeoutMs">): Promise<Result<LabCase, LabRefusal>> {
    const answer = await labRequest({ ...call, timeoutMs, answer: caseAnswer });
    return answer.ok ? ok(toLabCase(answer.value.case)) : answer;
  }

  function send(access: LabAccess, path: readonly string[], body: object, key?: string) {
    const headers = {
      ...bearer(access),
      "content-type": "application/json",
      ...(key === undefined ? {} : { "idempotency-key": key }),
    };
    const call = { url: intake(access, ...path), headers, body: JSON.stringify(body) };
    return caseCall({ method: "POST", ...call });
  }

  function upload(access: LabAccess, labCaseId: string, file: LabFile, content: FileContent) {
    return uploadFile({ access, labCaseId, file, content, timeoutMs, uploadTimeoutMs });
  }

  return {
    discover: async (discoveryUrl) => {
      const url = new URL(discoveryUrl);
      const answer = await labRequest({ method: "GET", url, timeoutMs, answer: discoveryAnswer });
      if (!answer.ok) return answer;
      const { lab, ...rest } = answer.value;
      const isDowngraded =
        url.protocol === "https:" &&
        [rest.issuer, rest.intakeUrl].some((address) => !address.startsWith("https:"));
      // A token must never go out in clear because a document said so.
      return isDowngraded
        ? refused("refused", { code: "insecure_address" })
        : ok({ labKey: lab, ...rest });
    },
    submitCase: (access, order, key) => send(access, ["cases"], order, key),
    uploadScan: (access, labCaseId, { scanId: id, byteCount }, content) =>
      upload(access, labCaseId, { kind: "scans", id, byteCount }, content),
    uploadPhoto: (access, labCaseId, { photoId: id, byteCount }, content) =>
      upload(access, labCaseId, { kind: "photos", id, byteCount }, content),
    readCase: (access, labCaseId) =>
      caseCall({
        method: "GET",
        url: intake(access, "cases", labCaseId),
        headers: bearer(access),
      }),
    listCases: async (access, { cursor, caseNumber }) => {
      const url = intake(access, "cases");
      if (cursor !== null) url.searchParams.set("cursor", cursor);
      if (caseNumber !== undefined) url.searchParams.set("caseNumber", caseNumber);
      const answer = await labRequest({
        method: "GET",
        url,
        headers: bearer(access),
        timeoutMs,
        answer: casesAnswer,
      });
      if (!answer.ok) return answer;
      const { items, next, hasMore } = answer.value;
      return ok({ cases: items.map(toLabCase), next, hasMore });
    },
    addToCase: (access, labCaseId, addition, key) =>
      send(access, ["cases", labCaseId, "additions"], addition, key),
    reviewPlan: (access, labCaseId, review, key) =>
      send(access, ["cases", labCaseId, "plan-reviews"], review, key),
    cancelCase: (access, labCaseId, reason) =>
      send(access, ["cases", labCaseId, "cancel"], { reason }),
    registerWebhook: async (access, webhook) => {
      const answer = await labRequest({
        method: "PUT",
        url: intake(access, "webhook"),
        headers: { ...bearer(access), "content-type": "application/json" },
        body: JSON.stringify(webhook),
        timeoutMs,
        answer: webhookAnswer,
      });
      return answer.ok ? ok(null) : answer;
    },
  };
}
