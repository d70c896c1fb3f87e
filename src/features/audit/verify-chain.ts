import type pg from "pg";
import type { Database } from "@/db/client";
import { isSealedAs, type SealedRow } from "@/domain/audit/chain";
import type { KeptHead } from "@/domain/audit/heads";
import {
  type Broken,
  contradicted,
  cutShort,
  diagnose,
  isSound,
  stepOver,
  type Walk,
  walkStart,
} from "@/domain/audit/walk";
import { type SealedColumns, sealedColumns, sealedRow, sha256 } from "./chain-rows";

const atOnce = 5_000;

interface Verified {
  readonly sound: number;
  readonly unsealed: number;
  readonly oldestUnsealedAt: string | null;
  readonly headsAgree: number;
  readonly sealedTo: number | null;
  readonly broken: Broken | null;
}

/** Walks one chain from its first row against the heads kept of it, in one snapshot and a few thousand rows at a time. */
export async function verifyChain(
  db: Database,
  practiceId: string | null,
  daily: readonly KeptHead[],
  latest: KeptHead | null,
): Promise<Verified> {
  const kept = latest ? [...daily, latest] : daily;
  const client = await db.pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(
      "select set_config('app.practice_id', $1, true), set_config('app.installation', $2, true)",
      [practiceId ?? "", practiceId === null ? "on" : "off"],
    );
    const chain = chainOf(client, practiceId);
    const { walk, broken } = await walkChain(chain, kept);
    const { waiting, oldest } = await chain.unsealed();
    const sound = walk.head.sequence;
    return {
      sound,
      unsealed: waiting,
      oldestUnsealedAt: oldest,
      headsAgree: daily.filter(({ sequence }) => sequence <= sound).length,
      sealedTo: kept.reduce<number | null>((most, one) => Math.max(most ?? 0, one.sequence), null),
      broken,
    };
  } finally {
    await client.query("rollback");
    client.release();
  }
}

type Chain = ReturnType<typeof chainOf>;

async function walkChain(
  chain: Chain,
  kept: readonly KeptHead[],
): Promise<{ walk: Walk; broken: Broken | null }> {
  let walk = walkStart;
  for (let after: SealedRow | null = null; ; ) {
    const rows = await chain.page(after);
    for (const row of rows) {
      if (!isSound(walk, row, sha256)) {
        const suspects = {
          followers: await chain.followersOf(walk.head.hash),
          longest: await chain.longest(),
          contentSealedAs: await chain.contentSealedAs(row),
        };
        return { walk, broken: diagnose(walk, row, suspects, sha256) };
      }
      const head = contradicted(row, kept);
      if (head) {
        const { sequence } = row.seal;
        return { walk, broken: { what: "head_differs", sequence, id: row.id, detail: head.on } };
      }
      walk = stepOver(row);
    }
    after = rows.at(-1) ?? null;
    if (rows.length < atOnce) return { walk, broken: cutShort(walk, kept) };
  }
}

function chainOf(client: pg.PoolClient, practiceId: string | null) {
  const own = practiceId === null ? "practice_id is null and $1::uuid is null" : "practice_id = $1";
  const rows = async (where: string, values: readonly unknown[]): Promise<SealedRow[]> => {
    const found = await client.query<SealedColumns>(
      `select ${sealedColumns} from tenant.audit_entry e where ${own} and ${where}`,
      [practiceId, ...values],
    );
    return found.rows.map(sealedRow);
  };
  const page = (after: SealedRow | null) =>
    rows("sequence is not null and (sequence, id) > ($2, $3) order by e.sequence, e.id limit $4", [
      after?.seal.sequence ?? 0,
      after?.id ?? "00000000-0000-0000-0000-000000000000",
      atOnce,
    ]);
  return {
    page,
    followersOf: (hash: string) => rows("previous_hash = decode($2, 'hex') limit 10", [hash]),
    async longest() {
      const found = await client.query<{ longest: string | null }>(
        `select max(sequence)::text as longest from tenant.audit_entry where ${own}`,
        [practiceId],
      );
      return Number(found.rows[0]?.longest ?? 0);
    },
    /** The number of another row whose hashes this row's content fits. */
    async contentSealedAs(row: SealedRow): Promise<number | null> {
      for (let after: SealedRow | null = null; ; ) {
        const others: SealedRow[] = await page(after);
        const fits = others.find(
          (other) => other.id !== row.id && isSealedAs(row, other.seal, sha256),
        );
        if (fits) return fits.seal.sequence;
        after = others.at(-1) ?? null;
        if (others.length < atOnce) return null;
      }
    },
    async unsealed() {
      const found = await client.query<{ waiting: number; oldest: string | null }>(
        `select count(*)::int as waiting,
           to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as oldest
         from tenant.audit_entry where ${own} and sequence is null`,
        [practiceId],
      );
      return found.rows[0] ?? { waiting: 0, oldest: null };
    },
  };
}
