import { chainName, type KeptHead } from "@/domain/audit/heads";
import type { Services } from "@/server/services";
import { appendHead, headsFolder, readHeads } from "./heads-file";
import { holdChain } from "./hold-chain";
import { inChain } from "./in-chain";

/** What this process knows to be kept, so that the file is not read at every round: folder and chain → UTC day. */
const keptOn = new Map<string, string>();

/**
 * Writes a chain's end of the day outside the database, once a day, and tells the log (S19): whoever can rewrite the
 * database cannot make it fit these lines.
 */
export async function keepHead(services: Services, practiceId: string | null): Promise<void> {
  const folder = headsFolder(services.env.dataDir);
  const chain = chainName(practiceId);
  const on = services.now.toString().slice(0, 10);
  const mark = `${folder} ${chain}`;
  if (keptOn.get(mark) === on) return;
  const head = await inChain(services.db, practiceId, async (tx): Promise<KeptHead | null> => {
    const end = await holdChain(tx, practiceId);
    if (!end || end.sequence === 0) return null;
    const { sequence, hash } = end;
    const { kept } = await readHeads(folder);
    const today = kept.find((one) => one.chain === chain && one.on === on);
    if (!today) await appendHead(folder, { on, chain, sequence, hash });
    return today ?? { on, chain, sequence, hash };
  });
  if (!head) return;
  keptOn.set(mark, on);
  services.log.info({ auditHead: head }, "audit head of the day");
}
