import { spawn } from "node:child_process";
import { root } from "../database/paths";

/** Runs a command in this one's place: its terminal and its words, and its exit code becomes ours. */
export async function runInForeground(
  command: string,
  parts: string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const child = spawn(command, parts, { cwd: root, env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 1));
  });
}
