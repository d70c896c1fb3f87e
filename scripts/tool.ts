import { spawn } from "node:child_process";
import { root } from "./database/paths";
import { main } from "./run/ending";
import { prepare } from "./run/prepare";

// `node scripts/bootstrap.mjs tool SCRIPT …`: a command-line tool with the database up, migrated
// and filled, and the whole environment of interface.md. Standard output is the tool's alone.
await main(async () => {
  const [script, ...parts] = process.argv.slice(2);
  if (!script) throw new Error("Name a script: node scripts/bootstrap.mjs tool scripts/x.ts");
  const { tools, release } = await prepare({ ports: false });
  try {
    const child = spawn(process.execPath, ["--import", "tsx", script, ...parts], {
      cwd: root,
      env: tools,
      stdio: "inherit",
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise<number>((resolve) => {
      child.once("error", () => resolve(127));
      child.once("close", (code) => resolve(code ?? 1));
    });
  } finally {
    await release();
  }
});
