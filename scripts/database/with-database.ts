import { spawn } from "node:child_process";
import { holdDatabase } from "./addresses";
import { root } from "./paths";

// `npm run db:with -- COMMAND`: runs a command with the database's addresses in its environment;
// without one, keeps the embedded server up and prints the addresses until Ctrl-C.
const database = await holdDatabase();
const { app, owner, queue, simulators } = database.addresses;
const environment: Record<string, string> = {
  DATABASE_URL: app,
  DATABASE_OWNER_URL: owner,
  QUEUE_DATABASE_URL: queue,
  SIMULATORS_DATABASE_URL: simulators,
  CLOCK_DATABASE_URL: owner,
};
const [command, ...parts] = process.argv.slice(2);
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
if (command) {
  const child = spawn(command, parts, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  process.exitCode = await new Promise<number>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 1));
  });
} else {
  for (const [name, value] of Object.entries(environment)) console.log(`${name}=${value}`);
  const alive = setInterval(() => undefined, 60_000);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  clearInterval(alive);
}
await database.release();
