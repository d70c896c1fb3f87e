/** A row of the audit log as the chain sees it: every column as text, null where it is empty. */
export interface ChainFacts {
  readonly id: string;
  /** Null: the installation's own chain. */
  readonly practiceId: string | null;
  /** UTC with milliseconds, `2026-11-22T16:06:00.000Z`. */
  readonly at: string | null;
  readonly actorPersonId: string | null;
  readonly actorLoginId: string | null;
  readonly actorRole: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly patientId: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
  /** As PostgreSQL writes the `jsonb` value. */
  readonly detail: string | null;
}

/** Where a row stands in its chain. Hashes are SHA-256 in lower-case hex. */
export interface Seal {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly form: number;
}

export interface SealedRow extends ChainFacts {
  readonly seal: Seal;
}

/** The end of a chain so far; an empty one ends before its first row. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** SHA-256 of the text's UTF-8, in lower-case hex. */
export type Digest = (text: string) => string;

/** The form that rows are sealed in now. Older ones stay readable for ever. */
export const currentForm = 1;

export const beforeFirst: ChainHead = { sequence: 0, hash: "0".repeat(64) };

/**
 * What is hashed of a row (S19). Form 1: the canonical JSON (RFC 8785) of an array of texts and nulls, in this order.
 * Null for a form this version does not know.
 */
export function canonicalForm(
  form: number,
  sequence: number,
  previousHash: string,
  row: ChainFacts,
): string | null {
  if (form !== 1) return null;
  return JSON.stringify([
    "archway-audit-1",
    String(sequence),
    previousHash,
    row.id,
    row.practiceId,
    row.at,
    row.actorPersonId,
    row.actorLoginId,
    row.actorRole,
    row.actorName,
    row.action,
    row.objectKind,
    row.objectId,
    row.patientId,
    row.address,
    row.requestId,
    row.detail,
  ]);
}

/** The hashes that put these rows, in this order, behind the head. */
export function hashesAfter(
  head: ChainHead,
  rows: readonly ChainFacts[],
  digest: Digest,
): readonly string[] {
  let previous = head.hash;
  return rows.map((row, place) => {
    previous = digest(canonicalForm(currentForm, head.sequence + 1 + place, previous, row) ?? "");
    return previous;
  });
}

/** Whether a row would carry this hash as number `sequence` behind `previousHash`. */
export function isSealedAs(
  row: SealedRow,
  place: Pick<Seal, "sequence" | "previousHash" | "hash">,
  digest: Digest,
): boolean {
  const text = canonicalForm(row.seal.form, place.sequence, place.previousHash, row);
  return text !== null && digest(text) === place.hash;
}
