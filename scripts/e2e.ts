import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { runBrowserStories } from "./checks/browser";
import { root } from "./database/paths";
import { main } from "./run/ending";

// `npm run e2e -- [file] [-g words]`: the browser stories alone.
await main(async () => {
  mkdirSync(join(root, ".test"), { recursive: true });
  const { passed, failed } = await runBrowserStories(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
