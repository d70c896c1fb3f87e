import { getJson, postJson } from "@/lib/api-client";
import { sha256Hex } from "@/lib/sha256-hex";
import type { BeginScan, ScanProgress, ScanView } from "../schema";
import { putPiece } from "./put-piece";

interface Sending {
  readonly caseId: string;
  readonly arch: BeginScan["arch"];
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onBegun: (scanId: string) => void;
  readonly onSent: (bytes: number) => void;
  /** The connection is gone; it is tried again by itself. */
  readonly onWaiting: (isWaiting: boolean) => void;
  readonly onJudging: () => void;
}

export type ScanSent =
  | { readonly ok: true; readonly scan: ScanView }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Of which the server keeps the digest: whether a file chosen again is the same. */
const HEAD_BYTES = 1_000_000;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends a scan in pieces from where it stopped, until all of it is there and was judged (R41, S15). A lost connection is
 * waited for; `paused` when it was stopped here.
 */
export async function sendScan(sending: Sending): Promise<ScanSent> {
  const { caseId, arch, file, signal } = sending;
  const headSha256 = await sha256Hex(file.slice(0, HEAD_BYTES));
  if (headSha256 === null) return { ok: false, code: "no_digest", message: "" };
  const path = `/api/cases/${caseId}/scans`;
  const begin: BeginScan = { arch, fileName: file.name, byteCount: file.size, headSha256 };
  const begun = await patiently(sending, () => postJson<ScanProgress>(path, begin));
  if (!begun.ok) return begun;
  const { id, pieceBytes } = begun.value;
  sending.onBegun(id);
  let received = begun.value.receivedBytes;
  while (received < file.size) {
    sending.onSent(received);
    const at = received;
    const content = file.slice(at, at + pieceBytes);
    const sha256 = (await sha256Hex(content)) ?? "";
    const put = await patiently(sending, async (isAgain) => {
      // After a lost answer the piece may be there.
      const now = isAgain ? await getJson<ScanProgress>(`${path}/${id}`) : null;
      if (now && (!now.ok || now.value.receivedBytes !== at)) return now;
      const onSent = (bytes: number) => sending.onSent(at + bytes);
      return putPiece({ path: `${path}/${id}/pieces?from=${at}`, content, sha256, signal, onSent });
    });
    if (!put.ok) return put;
    received = put.value.receivedBytes;
  }
  sending.onSent(file.size);
  sending.onJudging();
  const done = await patiently(sending, () => postJson<ScanView>(`${path}/${id}/finish`, {}));
  return done.ok ? { ok: true, scan: done.value } : done;
}

interface Answer<Value> {
  readonly ok: boolean;
  readonly value?: Value;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
}

type Had<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** What a moment's patience repairs: no network, a server that restarts, a piece that arrived broken or twice. */
const passing = new Set(["offline", "busy", "incomplete", "wrong_place", "unavailable"]);

/** Asks until there is an answer that waiting does not change. */
async function patiently<Value>(
  { signal, onWaiting }: Sending,
  ask: (isAgain: boolean) => Promise<Answer<Value>>,
): Promise<Had<Value>> {
  for (let tries = 0; ; tries++) {
    if (signal.aborted) return { ok: false, code: "paused", message: "" };
    const answer = await ask(tries > 0);
    if (answer.ok) {
      onWaiting(false);
      return { ok: true, value: answer.value as Value };
    }
    const { status = 0, code = "unexpected", message = "" } = answer;
    if (signal.aborted) return { ok: false, code: "paused", message: "" };
    if (!passing.has(code) && status > 0 && status < 500) return { ok: false, code, message };
    onWaiting(code !== "busy");
    await pause(Math.min(SHORTEST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS), signal);
  }
}

/** So long, or until the network is back, or it is stopped. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener("online", go);
    signal.addEventListener("abort", go, { once: true });
  });
}
