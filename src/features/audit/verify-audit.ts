import type { Database } from "@/db/client";
import type { KeptHead } from "@/domain/audit/heads";
import { chainName } from "@/domain/audit/heads";
import type { Broken } from "@/domain/audit/walk";
import { allPractices } from "@/features/practices/all-practices";
import { type HeadsRead, readHeads } from "./heads-file";
import { verifyChain } from "./verify-chain";

export interface ChainVerified {
  /** A practice's short name, or `installation`. */
  readonly chain: string;
  readonly practiceId: string | null;
  /** Rows found sound, from the first on. */
  readonly sound: number;
  readonly unsealed: number;
  readonly oldestUnsealedAt: string | null;
  /** How many kept heads lie on the sound part. */
  readonly headsAgree: number;
  /** The number of the last row that is known outside the database; null when none is. */
  readonly sealedTo: number | null;
  readonly broken: Broken | null;
}

export interface AuditVerified {
  readonly ok: boolean;
  readonly chains: readonly ChainVerified[];
  /** Lines of the heads' files that cannot be read. */
  readonly unreadableHeads: number;
  /** Chains that a head was kept of and the database knows nothing about. */
  readonly lostChains: readonly string[];
}

/** Walks every chain of the installation against its own hashes and the heads kept in `folder` (S19). */
export async function verifyAudit(db: Database, folder: string): Promise<AuditVerified> {
  const heads: HeadsRead = await readHeads(folder);
  const practices = await allPractices({ db });
  const wanted: { chain: string; practiceId: string | null }[] = [
    ...practices.map(({ id, shortName }) => ({ chain: shortName, practiceId: id })),
    { chain: "installation", practiceId: null },
  ];
  const chains: ChainVerified[] = [];
  for (const one of wanted) {
    const chain = chainName(one.practiceId);
    const daily = headsOf(heads.kept, chain);
    const latest = headsOf(heads.latest, chain)[0] ?? null;
    chains.push({ ...one, ...(await verifyChain(db, one.practiceId, daily, latest)) });
  }
  const known = new Set(wanted.map(({ practiceId }) => chainName(practiceId)));
  const lostChains = [
    ...new Set([...heads.kept, ...heads.latest].map(({ chain }) => chain)),
  ].filter((chain) => !known.has(chain));
  const ok = lostChains.length === 0 && chains.every(({ broken }) => broken === null);
  return { ok, chains, unreadableHeads: heads.unreadable, lostChains };
}

function headsOf(kept: readonly KeptHead[], chain: string): KeptHead[] {
  return kept.filter((head) => head.chain === chain);
}
