import type { Tx } from "@/db/client";
import { inBatches } from "@/db/in-batches";
import { type ChainFacts, currentForm, hashesAfter } from "@/domain/audit/chain";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";
import { factColumns, sha256 } from "./chain-rows";
import { holdChain } from "./hold-chain";
import { inChain } from "./in-chain";
import { keepHead } from "./keep-heads";

const atOnce = 1_000;

/**
 * Puts what waits of every chain behind its end, in the order of its time (S19), and keeps the day's head outside the
 * database. Inserts wait for nothing; of several workers one seals a chain. Answers how many rows it sealed.
 */
export async function sealAudit(services: Services): Promise<number> {
  let sealed = 0;
  for (const practiceId of [null, ...(await allPracticeIds(services))]) {
    sealed += await inBatches((most) => sealSome(services, practiceId, most), atOnce);
    await keepHead(services, practiceId);
  }
  return sealed;
}

async function sealSome(services: Services, practiceId: string | null, most: number) {
  return inChain(services.db, practiceId, async (tx) => {
    const head = await holdChain(tx, practiceId);
    if (!head) return 0;
    const rows = await unsealed(tx, practiceId, most);
    if (rows.length === 0) return 0;
    const hashes = hashesAfter(head, rows, sha256);
    await tx.$executeRaw`select tenant.seal_audit(${practiceId}::uuid, ${head.sequence}::bigint, ${currentForm}::int,
      ${rows.map(({ id }) => id)}::uuid[], ${[...hashes]}::text[])`;
    return rows.length;
  });
}

function unsealed(tx: Tx, practiceId: string | null, most: number): Promise<ChainFacts[]> {
  const which =
    practiceId === null ? "practice_id is null and $1::uuid is null" : "practice_id = $1::uuid";
  return tx.$queryRawUnsafe<ChainFacts[]>(
    `select ${factColumns} from tenant.audit_entry e where ${which} and sequence is null order by e.at, e.id limit $2`,
    practiceId,
    most,
  );
}
