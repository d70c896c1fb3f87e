import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { headsFolder } from "@/features/audit/heads-file";
import { makePractice, openWorld } from "../../support/world";
import { sealedChain, tamper, withOwnFolder, writeRows } from "./chain-world";

const world = await openWorld();

function verify(folder: string, ...more: string[]) {
  const { databaseUrl } = world.runtime.env;
  return spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/audit-verify.ts", "--heads", folder, ...more],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        ARCHWAY_MODE: "production",
        DATABASE_URL: databaseUrl,
        DATABASE_OWNER_URL: databaseUrl,
        npm_config_loglevel: "notice",
      },
    },
  );
}

it("S19: audit:verify says that all is sound, or names the first broken row and ends with 1", {
  timeout: 120_000,
}, async () => {
  const services = await withOwnFolder(world);
  const [first, second] = [await makePractice(world), await makePractice(world)];
  await sealedChain(services, first.id, 6);
  await sealedChain(services, second.id, 4);
  await writeRows(services, second.id, 2);
  const folder = headsFolder(services.env.dataDir);

  const sound = verify(folder);
  expect(sound.stdout).toMatch(/sound, 6 rows\. Kept heads that agree: 1\./);
  expect(sound.stdout).toMatch(/sound, 4 rows.*Not yet sealed: 2/);
  expect(sound.status).toBe(0);

  await tamper(world, [
    `update tenant.audit_entry set actor_name = 'X' where practice_id = '${first.id}' and sequence = 3`,
  ]);
  const broken = verify(folder);
  expect(broken.stdout).toMatch(
    /BROKEN\. Number 3 \(row [0-9a-f-]{36}\) was changed after it was sealed/,
  );
  expect(broken.status).toBe(1);

  await tamper(world, [
    `delete from tenant.audit_entry where practice_id = '${second.id}' and sequence > 1`,
  ]);
  const restored = verify(folder);
  expect(restored.stdout).toMatch(
    /BROKEN\. It ends at number 1; the 3 rows sealed after it, up to number 4, are gone\. After a restore/,
  );

  const silent = verify(folder, "--silent");
  expect(silent.status).toBe(1);
  const { ok, chains } = JSON.parse(silent.stdout);
  expect(ok).toBe(false);
  expect(chains).toContainEqual(
    expect.objectContaining({
      practiceId: first.id,
      sound: 2,
      broken: expect.objectContaining({ what: "changed", sequence: 3 }),
    }),
  );
});
