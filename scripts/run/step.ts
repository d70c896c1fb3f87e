import { type ChildProcess, spawn } from "node:child_process";
import { root } from "../database/paths";

export interface StepResult {
  code: number;
  /** Standard output and error in the order they came. */
  output: string;
}

const running = new Set<ChildProcess>();

/** Ends the commands that run at this moment. */
export function endSteps(): void {
  for (const child of running) child.kill("SIGTERM");
}

/** Runs a command to its end. `onLine` sees each line of its output as it comes. */
export async function runStep(
  command: string,
  parts: string[],
  { env, onLine }: { env?: NodeJS.ProcessEnv; onLine?: (line: string) => void } = {},
): Promise<StepResult> {
  const child = spawn(command, parts, {
    cwd: root,
    env: env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  let line = "";
  const take = (chunk: string) => {
    output += chunk;
    if (!onLine) return;
    const lines = (line + chunk).split("\n");
    line = lines.pop() ?? "";
    for (const whole of lines) onLine(whole);
  };
  child.stdout.setEncoding("utf8").on("data", take);
  child.stderr.setEncoding("utf8").on("data", take);
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(127);
    });
    child.once("close", (exit) => resolve(exit ?? 1));
  });
  running.delete(child);
  if (line) onLine?.(line);
  return { code, output };
}
