import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { pointAtSimulators } from "../../prisma/seed/simulators/addresses";
import type { DatabaseAddresses } from "../database/addresses";
import { runStatement } from "../database/connection";
import { root } from "../database/paths";
import { resetDatabase } from "../database/reset";
import type { Settings } from "./settings";
import { runStep } from "./step";

const logins = z.array(
  z.object({
    role: z.string(),
    practice: z.string(),
    loginName: z.string(),
    password: z.string(),
    totpSecret: z.string().nullish(),
  }),
);

async function hasPractice(ownerAddress: string): Promise<boolean> {
  const found = await runStatement(ownerAddress, "select from identity.practice limit 1");
  return found.rowCount === 1;
}

/** Fills an empty database with the demo practices; one that was cut short begins anew. */
export async function seedWhenEmpty(
  settings: Settings,
  addresses: DatabaseAddresses,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const seed = join(root, "prisma/seed/main.ts");
  const unfinished = join(settings.dataFolder, "seed-unfinished");
  if (existsSync(unfinished)) await resetDatabase(addresses);
  else if (await hasPractice(addresses.owner)) {
    return pointAtSimulators(addresses.owner, settings.simulatorsPort);
  }
  // To standard error: a tool that comes next may own standard output.
  console.error("Filling two demo practices ...");
  mkdirSync(settings.dataFolder, { recursive: true });
  writeFileSync(unfinished, "");
  const { code, output } = await runStep(process.execPath, ["--import", "tsx", seed], { env });
  if (code !== 0) throw new Error(`${output.trim()}\nThe demo practices could not be filled in.`);
  rmSync(unfinished);
}

/** One login per role, for the words `npm start` ends with. */
export async function loginWords(env: NodeJS.ProcessEnv, simulators: string): Promise<string[]> {
  const script = join(root, "scripts/demo/logins.ts");
  const command = ["--import", "tsx", script, "--silent"];
  const { code, output } = await runStep(process.execPath, command, { env });
  const parsed = code === 0 ? logins.safeParse(JSON.parse(output)) : undefined;
  if (!parsed?.success) return ["The demo logins could not be read: npm run demo:logins"];
  const firstOfRole = new Map(parsed.data.toReversed().map((login) => [login.role, login]));
  const lines = [...firstOfRole.values()]
    .reverse()
    .map(
      ({ role, loginName, password, totpSecret }) =>
        `  ${role.padEnd(13)}${loginName.padEnd(24)}${password.padEnd(26)}` +
        (totpSecret ? `${simulators}/totp?loginName=${encodeURIComponent(loginName)}` : simulators),
    );
  return [
    `  ${"role".padEnd(13)}${"login name".padEnd(24)}${"password".padEnd(26)}code at`,
    ...lines,
  ];
}
