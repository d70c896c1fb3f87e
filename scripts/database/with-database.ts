import { untilAskedToEnd } from "../run/ending";
import { runInForeground } from "../run/foreground";
import { onInstallation } from "../run/installation";
import { holdDatabase } from "./addresses";

// `npm run db:with -- COMMAND`: runs a command with the database's addresses in its environment;
// without one, keeps the embedded server up and prints the addresses until Ctrl-C.
await onInstallation(async () => {
  const { addresses, release } = await holdDatabase();
  const environment: Record<string, string> = {
    DATABASE_URL: addresses.app,
    DATABASE_OWNER_URL: addresses.owner,
    QUEUE_DATABASE_URL: addresses.queue,
    SIMULATORS_DATABASE_URL: addresses.simulators,
    CLOCK_DATABASE_URL: addresses.owner,
  };
  const [command, ...parts] = process.argv.slice(2);
  try {
    if (command) {
      await runInForeground(command, parts, { ...process.env, ...environment });
      return;
    }
    for (const [name, value] of Object.entries(environment)) console.log(`${name}=${value}`);
    const alive = setInterval(() => undefined, 60_000);
    await untilAskedToEnd();
    clearInterval(alive);
  } finally {
    await release();
  }
});
