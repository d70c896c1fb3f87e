/** A change of aligner that was marked without a network and waits on the phone. */
export interface KeptChange {
  /** The same at every try, so that the server records it once (S16). */
  readonly key: string;
  /** Whose login marked it; a digest, no name. */
  readonly owner: string;
  readonly patientId: string;
  readonly stage: number;
  readonly arch?: "upper" | "lower";
  /** The day it was done, in the practice's zone (`YYYY-MM-DD`). */
  readonly changedOn: string;
  /** When it was marked on this phone, in milliseconds. */
  readonly markedAtMs: number;
  /** Why the server refused it, in its words. */
  readonly refusal?: string;
}

export type SendVerdict = "sent" | "refused" | "later" | "log_in";

/** What an answer to a kept change means; status 0 is none at all. Only what is sent or refused is over. */
export function sendVerdict(status: number): SendVerdict {
  if (status >= 200 && status < 300) return "sent";
  if (status === 401) return "log_in";
  if (status < 400 || status >= 500 || [408, 425, 429].includes(status)) return "later";
  return "refused";
}

/** Those to send now, in the order they were marked: never another login's, nor what was refused. */
export function toSend(changes: readonly KeptChange[], owner: string): KeptChange[] {
  return changes
    .filter((change) => change.owner === owner && change.refusal === undefined)
    .toSorted((one, other) => one.markedAtMs - other.markedAtMs || (one.key < other.key ? -1 : 1));
}

/** The body of `POST /api/treatment/aligner-changes`, equal at every try. */
export function bodyOf({ patientId, stage, arch, changedOn }: KeptChange) {
  return { patientId, ...(arch && { arch }), stage, changedOn };
}
