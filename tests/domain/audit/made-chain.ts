import { createHash } from "node:crypto";
import {
  beforeFirst,
  type ChainFacts,
  currentForm,
  type Digest,
  hashesAfter,
  type SealedRow,
} from "@/domain/audit/chain";

export const sha256: Digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");

export function facts(number: number, more: Partial<ChainFacts> = {}): ChainFacts {
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    practiceId: "11111111-1111-7111-8111-111111111111",
    at: "2026-11-22T16:06:00.000Z",
    actorPersonId: null,
    actorLoginId: null,
    actorRole: "staff",
    actorName: "Sam Example",
    action: "record.viewed",
    objectKind: null,
    objectId: null,
    patientId: null,
    address: "192.0.2.1",
    requestId: `request ${number}`,
    detail: null,
    ...more,
  };
}

/** A sound chain of so many rows. */
export function madeChain(length: number): SealedRow[] {
  const rows = Array.from({ length }, (_, i) => facts(i + 1));
  const hashes = hashesAfter(beforeFirst, rows, sha256);
  return rows.map((row, i) => ({
    ...row,
    seal: {
      sequence: i + 1,
      previousHash: hashes[i - 1] ?? beforeFirst.hash,
      hash: hashes[i] ?? "",
      form: currentForm,
    },
  }));
}
