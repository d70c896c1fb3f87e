import type { Tx } from "@/db/client";
import type { ChainHead } from "@/domain/audit/chain";
import { chainName } from "@/domain/audit/heads";
import type { Services } from "@/server/services";
import { headsFolder } from "./heads-file";
import { holdChain } from "./hold-chain";
import { inChain } from "./in-chain";
import { readLatestHead, writeLatestHead } from "./latest-head";

/** The end this process last looked after, so that nothing is read while a chain stands still: folder and chain → hash. */
const lookedAfter = new Map<string, string>();

/**
 * Keeps where a chain ends outside the database, after each seal (S19): rows cut off since then are missed. Under the
 * chain's lock, so that of several workers none writes an older end. An end that is no longer in the chain stays: the
 * chain was cut, or the database restored, and `audit:verify` says so until somebody puts the folder aside.
 */
export async function keepLatestHead(
  services: Services,
  practiceId: string | null,
  sealed: ChainHead | null,
): Promise<void> {
  const folder = headsFolder(services.env.dataDir);
  const chain = chainName(practiceId);
  const mark = `${folder} ${chain}`;
  if (!sealed || sealed.sequence === 0 || lookedAfter.get(mark) === sealed.hash) return;
  await inChain(services.db, practiceId, async (tx) => {
    const end = await holdChain(tx, practiceId);
    // Another worker seals, and keeps what it sealed.
    if (!end) return;
    const kept = await readLatestHead(folder, chain);
    if (kept && !(await isInChain(tx, practiceId, kept)))
      services.log.error({ auditHead: kept }, "audit chain does not contain its latest kept head");
    else if (!kept || kept.sequence < end.sequence) {
      const on = services.now.toString().slice(0, 10);
      await writeLatestHead(folder, { on, chain, ...end });
    }
    lookedAfter.set(mark, end.hash);
  });
}

/** An end further on than the chain is none of its rows. */
async function isInChain(
  tx: Tx,
  practiceId: string | null,
  { sequence, hash }: ChainHead,
): Promise<boolean> {
  const found = await tx.auditEntry.findFirst({
    where: { practiceId, sequence },
    select: { hash: true },
  });
  return found?.hash != null && Buffer.from(found.hash).toString("hex") === hash;
}
