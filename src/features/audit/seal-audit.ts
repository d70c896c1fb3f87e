import type { Tx } from "@/db/client";
import { inBatches } from "@/db/in-batches";
import { type ChainFacts, type ChainHead, currentForm, hashesAfter } from "@/domain/audit/chain";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";
import { factColumns, sha256 } from "./chain-rows";
import { holdChain } from "./hold-chain";
import { inChain } from "./in-chain";
import { keepHead } from "./keep-heads";
import { keepLatestHead } from "./keep-latest-head";

const atOnce = 1_000;

/**
 * Puts what waits of every chain behind its end, in the order of its time (S19), and keeps the head of the day and of
 * this seal outside the database. Inserts wait for nothing; of several workers one seals a chain. Answers how many rows it sealed.
 */
export async function sealAudit(services: Services): Promise<number> {
  let sealed = 0;
  const ends: [practiceId: string | null, end: ChainHead | null][] = [];
  for (const practiceId of [null, ...(await allPracticeIds(services))]) {
    let end: ChainHead | null = null;
    sealed += await inBatches(async (most) => {
      const some = await sealSome(services, practiceId, most);
      end = some.end;
      return some.rows;
    }, atOnce);
    ends.push([practiceId, end]);
  }
  // Afterwards, so that a full disk stops no chain's sealing.
  for (const [practiceId, end] of ends) {
    await keepLatestHead(services, practiceId, end);
    await keepHead(services, practiceId);
  }
  return sealed;
}

/** How many rows were sealed, and where the chain ends now; null while another worker has it. */
interface Sealed {
  readonly rows: number;
  readonly end: ChainHead | null;
}

async function sealSome(
  services: Services,
  practiceId: string | null,
  most: number,
): Promise<Sealed> {
  return inChain(services.db, practiceId, async (tx) => {
    const head = await holdChain(tx, practiceId);
    if (!head) return { rows: 0, end: null };
    const rows = await unsealed(tx, practiceId, most);
    if (rows.length === 0) return { rows: 0, end: head };
    const hashes = hashesAfter(head, rows, sha256);
    await tx.$executeRaw`select tenant.seal_audit(${practiceId}::uuid, ${head.sequence}::bigint, ${currentForm}::int,
      ${rows.map(({ id }) => id)}::uuid[], ${[...hashes]}::text[])`;
    const end = { sequence: head.sequence + rows.length, hash: hashes.at(-1) ?? head.hash };
    return { rows: rows.length, end };
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
