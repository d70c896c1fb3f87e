import {
  type KeptSubmission,
  type SendVerdict,
  sendVerdict,
  toSend,
} from "@/domain/offline/kept-submission";
import { unattendedHeader } from "@/lib/unattended";
import { offlineOwner } from "../owner";
import { allKept, putKept, removeKept } from "./submissions";

const asking = { accept: "application/json", [unattendedHeader]: "1" };

/** Whether the server answered, how many were sent, and whether one got no answer and waits on. */
export interface Sent {
  readonly online: boolean;
  readonly sent: number;
  readonly isHeld: boolean;
}

type Session = { loginName?: string; role?: string; practice?: string };

/** Whose session the server has now; null for nobody, undefined when no answer came. */
async function ownerNow(): Promise<string | null | undefined> {
  try {
    const response = await fetch("/api/auth/session", { headers: asking });
    if (!response.ok) return undefined;
    const { loginName, role = "", practice = "" } = (await response.json()) as Session;
    return loginName ? await offlineOwner({ loginName, role, practice }) : null;
  } catch {
    return undefined;
  }
}

/** One at a time in the whole browser: keeping, sending and taking back never overlap. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("archway-submissions", work);
}

/**
 * Sends what waits of whoever is logged in now, oldest first. One that got no answer holds back what goes to the same
 * route after it. Calls `ended` when the server has no session.
 */
export function sendKept(ended: () => Promise<void>): Promise<Sent> {
  return inTurn(async () => {
    const owner = await ownerNow();
    if (owner === undefined) return { online: false, sent: 0, isHeld: true };
    if (owner === null) {
      await ended();
      return { online: true, sent: 0, isHeld: false };
    }
    let sent = 0;
    const held = new Set<string>();
    for (const submission of toSend(await allKept(), owner)) {
      if (held.has(submission.route)) continue;
      const verdict = await sendOne(submission);
      if (verdict === "sent") sent += 1;
      if (verdict === "later") held.add(submission.route);
      if (verdict === "log_in") break;
    }
    return { online: true, sent, isHeld: held.size > 0 };
  });
}

async function sendOne(submission: KeptSubmission): Promise<SendVerdict> {
  const { key, route } = submission;
  const headers = { ...asking, "content-type": "application/json", "idempotency-key": key };
  const body = JSON.stringify(submission.body);
  const response = await fetch(route, { method: "POST", headers, body }).catch(() => null);
  const verdict = sendVerdict(response?.status ?? 0);
  if (verdict === "sent") await removeKept(key);
  if (verdict === "refused") await putKept([{ ...submission, refusal: await reasonOf(response) }]);
  return verdict;
}

/** The server's own words; nothing where it gave none. */
async function reasonOf(response: Response | null): Promise<string> {
  const answer: unknown = await response?.json().catch(() => null);
  const { error } = (answer ?? {}) as { error?: { message?: string; fields?: object } };
  const [field] = Object.values(error?.fields ?? {});
  return typeof field === "string" ? field : (error?.message ?? "");
}
