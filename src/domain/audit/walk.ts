import { beforeFirst, type ChainHead, type Digest, isSealedAs, type SealedRow } from "./chain";
import type { KeptHead } from "./heads";

/** How far a chain was found sound. */
export interface Walk {
  readonly head: ChainHead;
  /** The last sound row and what it stands behind; null before the first. */
  readonly last: SealedRow | null;
}

export const walkStart: Walk = { head: beforeFirst, last: null };

export type Breach = "changed" | "missing" | "inserted" | "reordered" | "head_differs";

/** The first row that is not as it was sealed. */
export interface Broken {
  readonly what: Breach;
  readonly sequence: number;
  /** Null where the row itself is gone. */
  readonly id: string | null;
  /** Where a reordered row belongs, how many rows are missing, or the day of the head that differs. */
  readonly detail: string | null;
}

/** Whether the row follows the walk's end as it was sealed. */
export function isSound({ head }: Walk, row: SealedRow, digest: Digest): boolean {
  return (
    row.seal.sequence === head.sequence + 1 &&
    row.seal.previousHash === head.hash &&
    isSealedAs(row, row.seal, digest)
  );
}

export function stepOver(row: SealedRow): Walk {
  return { head: { sequence: row.seal.sequence, hash: row.seal.hash }, last: row };
}

/** The kept head that a sound row contradicts: somebody sealed the whole chain anew (S19). */
export function contradicted(row: SealedRow, kept: readonly KeptHead[]): KeptHead | null {
  return (
    kept.find(({ sequence, hash }) => sequence === row.seal.sequence && hash !== row.seal.hash) ??
    null
  );
}

/** What diagnosis may look up besides the row itself. */
export interface Suspects {
  /** Rows elsewhere that name the walk's end as the row before them. */
  readonly followers: readonly SealedRow[];
  /** The highest number of the chain. */
  readonly longest: number;
  /** The number whose seal fits this row's content; null when none does. */
  readonly contentSealedAs: number | null;
}

/** Says what happened at the first unsound row, as far as the rows that are left can tell. */
export function diagnose(walk: Walk, row: SealedRow, suspects: Suspects, digest: Digest): Broken {
  const expected = walk.head.sequence + 1;
  const { sequence, previousHash } = row.seal;
  const here = { sequence, id: row.id };
  if (sequence < expected) return { what: "inserted", ...here, detail: null };

  const place = { sequence: expected, previousHash: walk.head.hash };
  const genuine = suspects.followers.find(
    (one) => one.id !== row.id && isSealedAs(one, { ...place, hash: one.seal.hash }, digest),
  );
  const byOwnHashes = sealedNumber(row, suspects.longest, digest);
  const wasAt = byOwnHashes ?? suspects.contentSealedAs;
  if (genuine) {
    if (sequence > expected)
      return { what: "reordered", sequence: expected, id: genuine.id, detail: String(expected) };
    if (wasAt !== null) return { what: "reordered", ...here, detail: String(wasAt) };
    return { what: "inserted", ...here, detail: null };
  }
  if (sequence > expected) return missing(expected, sequence - expected);
  if (wasAt === null) return { what: "changed", ...here, detail: null };
  // Sealed with this number, but behind another row: that one was sealed anew after a change.
  if (wasAt === sequence)
    return walk.last
      ? { what: "changed", sequence: walk.head.sequence, id: walk.last.id, detail: null }
      : { what: "changed", ...here, detail: null };
  if (wasAt === sequence - 1 && walk.last?.seal.previousHash === previousHash)
    return { what: "inserted", sequence: walk.head.sequence, id: walk.last.id, detail: null };
  if (byOwnHashes !== null && wasAt > expected) return missing(expected, wasAt - expected);
  return { what: "reordered", ...here, detail: String(wasAt) };
}

/** The number that a row's own hashes were made with; null when they were made for another content. */
function sealedNumber(row: SealedRow, longest: number, digest: Digest): number | null {
  const { seal } = row;
  if (isSealedAs(row, seal, digest)) return seal.sequence;
  // Rows may be gone at the end as well, so the search goes on a little behind it.
  for (let number = 1; number <= longest + 1_000; number += 1)
    if (isSealedAs(row, { ...seal, sequence: number }, digest)) return number;
  return null;
}

function missing(sequence: number, rows: number): Broken {
  return { what: "missing", sequence, id: null, detail: String(rows) };
}

/** What the kept heads say of a chain that was walked to its end: it may be shorter than it was. */
export function cutShort({ head }: Walk, kept: readonly KeptHead[]): Broken | null {
  const furthest = kept.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  return furthest > head.sequence ? missing(head.sequence + 1, furthest - head.sequence) : null;
}
