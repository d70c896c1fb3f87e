import { runStaticChecks } from "./checks/static";
import { main } from "./run/ending";

// `npm run check`: format, lint, types, import rules, dead code, unit tests.
await main(async () => {
  const { passed, failed } = await runStaticChecks();
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
