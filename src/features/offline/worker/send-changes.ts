import {
  bodyOf,
  type KeptChange,
  type SendVerdict,
  sendVerdict,
  toSend,
} from "@/domain/offline/sending";
import { offlineOwner } from "../owner";
import type { Said } from "../protocol";
import { allChanges, putChanges, removeChange } from "./changes";

const path = "/api/treatment/aligner-changes";
const asking = { accept: "application/json", "x-unattended": "1" };

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
  return navigator.locks.request("archway-changes", work);
}

/**
 * Sends what waits of whoever is logged in now, oldest first; stops at the first that got no answer. Calls `ended` when
 * the server has no session.
 */
export function sendChanges(ended: () => Promise<void>): Promise<Pick<Said, "online" | "sent">> {
  return inTurn(async () => {
    const owner = await ownerNow();
    if (owner === undefined) return { online: false, sent: 0 };
    if (owner === null) {
      await ended();
      return { online: true, sent: 0 };
    }
    let sent = 0;
    for (const change of toSend(await allChanges(), owner)) {
      const verdict = await sendOne(change);
      if (verdict === "sent") sent += 1;
      else if (verdict !== "refused") break;
    }
    return { online: true, sent };
  });
}

async function sendOne(change: KeptChange): Promise<SendVerdict> {
  const headers = { ...asking, "content-type": "application/json", "idempotency-key": change.key };
  const body = JSON.stringify(bodyOf(change));
  const response = await fetch(path, { method: "POST", headers, body }).catch(() => null);
  const verdict = sendVerdict(response?.status ?? 0);
  if (verdict === "sent") await removeChange(change.key);
  if (verdict === "refused") await putChanges([{ ...change, refusal: await reasonOf(response) }]);
  return verdict;
}

/** The server's own words; nothing where it gave none. */
async function reasonOf(response: Response | null): Promise<string> {
  const answer: unknown = await response?.json().catch(() => null);
  const { error } = (answer ?? {}) as { error?: { message?: string; fields?: object } };
  const [field] = Object.values(error?.fields ?? {});
  return typeof field === "string" ? field : (error?.message ?? "");
}
