import { runInForeground } from "./run/foreground";
import { onInstallation } from "./run/installation";
import { prepare } from "./run/prepare";

// `node scripts/bootstrap.mjs tool SCRIPT …`: a command-line tool with the database up, migrated
// and filled, and the whole environment of interface.md. Standard output is the tool's alone.
await onInstallation(async () => {
  const [script, ...parts] = process.argv.slice(2);
  if (!script) throw new Error("Name a script: node scripts/bootstrap.mjs tool scripts/x.ts");
  const { tools, release } = await prepare({ ports: false });
  try {
    await runInForeground(process.execPath, ["--import", "tsx", script, ...parts], tools);
  } finally {
    await release();
  }
});
