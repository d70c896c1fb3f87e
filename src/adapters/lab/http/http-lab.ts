import { ok, refused } from "@/domain/result";
import type { LabAccess, LabPort } from "@/ports/lab";
import { caseAnswer, casesAnswer, discoveryAnswer, toLabCase } from "./answers";
import { labRequest } from "./request";

export interface HttpLabOptions {
  /** For a call without a scan; 15 s without it. */
  readonly timeoutMs?: number;
  /** For the upload of one scan of up to 200 MB; 10 min without it. */
  readonly uploadTimeoutMs?: number;
}

/** A lab's intake API over HTTP. Never repeats a call by itself: the delivery does, with the same key. */
export function httpLab({
  timeoutMs = 15_000,
  uploadTimeoutMs = 600_000,
}: HttpLabOptions): LabPort {
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
    submitCase: async (access, order, idempotencyKey) => {
      const answer = await labRequest({
        method: "POST",
        url: intake(access, "cases"),
        headers: {
          ...bearer(access),
          "content-type": "application/json",
          "idempotency-key": idempotencyKey,
        },
        body: JSON.stringify(order),
        timeoutMs,
        answer: caseAnswer,
      });
      return answer.ok ? ok(toLabCase(answer.value.case)) : answer;
    },
    uploadScan: async (access, labCaseId, scan, content) => {
      const answer = await labRequest({
        method: "PUT",
        url: intake(
          access,
          `cases/${encodeURIComponent(labCaseId)}/scans/${encodeURIComponent(scan.scanId)}`,
        ),
        headers: { ...bearer(access), "content-type": "application/octet-stream" },
        body: content,
        timeoutMs: uploadTimeoutMs,
        answer: caseAnswer,
      });
      return answer.ok ? ok(toLabCase(answer.value.case)) : answer;
    },
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
  };
}

function intake({ intakeUrl }: LabAccess, path: string): URL {
  return new URL(path, intakeUrl.endsWith("/") ? intakeUrl : `${intakeUrl}/`);
}

function bearer({ accessToken }: LabAccess): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${accessToken}` };
}
