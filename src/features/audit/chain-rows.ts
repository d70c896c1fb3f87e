import { createHash } from "node:crypto";
import type { ChainFacts, Digest, SealedRow } from "@/domain/audit/chain";

/** S19's hash; the domain has none of its own. */
export const sha256: Digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** Every column that is hashed, as text: what the database says, not what a driver makes of it. */
export const factColumns = `id::text, practice_id::text as "practiceId",
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  actor_person_id::text as "actorPersonId", actor_login_id::text as "actorLoginId", actor_role::text as "actorRole",
  actor_name as "actorName", action, object_kind as "objectKind", object_id::text as "objectId",
  patient_id::text as "patientId", address, request_id as "requestId", detail::text as detail`;

/** The same with the row's place in the chain. */
export const sealedColumns = `${factColumns}, sequence::text as "sequence",
  coalesce(encode(previous_hash, 'hex'), '') as "previousHash", coalesce(encode(hash, 'hex'), '') as hash,
  coalesce(chain_form, 0) as form`;

export interface SealedColumns extends ChainFacts {
  readonly sequence: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly form: number;
}

/** A row as the chain was made of it, its link apart from its facts (S19). */
export function sealedRow({
  sequence,
  previousHash,
  hash,
  form,
  ...facts
}: SealedColumns): SealedRow {
  return { ...facts, seal: { sequence: Number(sequence), previousHash, hash, form } };
}
