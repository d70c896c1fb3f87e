import type { Tx } from "@/db/client";
import { beforeFirst, type ChainHead } from "@/domain/audit/chain";

/** The end of the transaction's chain, held against other sealers until it commits; null when one has it already. */
export async function holdChain(tx: Tx, practiceId: string | null): Promise<ChainHead | null> {
  const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
    select tenant.hold_audit_chain(${practiceId}::uuid) as held`;
  if (!lock?.held) return null;
  const [head] = await tx.$queryRaw<{ sequence: string; hash: string }[]>`
    select sequence::text, encode(hash, 'hex') as hash from tenant.audit_head(${practiceId}::uuid)`;
  return head ? { sequence: Number(head.sequence), hash: head.hash } : beforeFirst;
}
