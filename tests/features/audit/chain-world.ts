import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditAction } from "@/features/audit/actions";
import { headsFolder } from "@/features/audit/heads-file";
import { inChain } from "@/features/audit/in-chain";
import { recordAudit } from "@/features/audit/record-audit";
import { sealAudit } from "@/features/audit/seal-audit";
import { type ChainVerified, verifyAudit } from "@/features/audit/verify-audit";
import type { Services } from "@/server/services";
import type { World } from "../../support/world";

/** Services whose heads lie in a folder of their own, as on a machine that begins. */
export async function withOwnFolder(world: World): Promise<Services> {
  const services = await world.services();
  const dataDir = await mkdtemp(join(tmpdir(), "archway-heads-"));
  return { ...services, env: { ...services.env, dataDir } };
}

/** Writes so many rows of one chain, one transaction. */
export async function writeRows(
  services: Services,
  practiceId: string | null,
  count: number,
  action: AuditAction = "record.viewed",
): Promise<void> {
  await inChain(services.db, practiceId, async (tx) => {
    for (let i = 0; i < count; i += 1)
      await recordAudit(
        tx,
        services,
        { name: `Person ${i}` },
        { action, practiceId, detail: { i } },
      );
  });
}

export function verifiedIn(services: Services) {
  return verifyAudit(services.db, headsFolder(services.env.dataDir));
}

export async function chainOf(
  services: Services,
  practiceId: string | null,
): Promise<ChainVerified> {
  const found = (await verifiedIn(services)).chains.find((one) => one.practiceId === practiceId);
  if (!found) throw new Error("no such chain");
  return found;
}

/** A chain of so many rows, sealed, with its head kept. */
export async function sealedChain(
  services: Services,
  practiceId: string | null,
  count: number,
): Promise<void> {
  await writeRows(services, practiceId, count);
  await sealAudit(services);
}

/** What somebody does who has the owner's password: the trigger off, row-level security off. */
export async function tamper(world: World, statements: readonly string[]): Promise<void> {
  const client = await world.owner.pool.connect();
  try {
    await client.query("begin");
    await client.query("alter table tenant.audit_entry disable trigger user");
    await client.query("alter table tenant.audit_entry no force row level security");
    for (const statement of statements) await client.query(statement);
    await client.query("alter table tenant.audit_entry force row level security");
    await client.query("alter table tenant.audit_entry enable trigger user");
    await client.query("commit");
  } finally {
    client.release();
  }
}
