import { endSteps } from "./step";

let asked = false;

/**
 * Resolves at Ctrl-C, SIGTERM, SIGHUP or when the process that started this one is gone. A second
 * Ctrl-C changes nothing: the ending is under way and bounded in time.
 */
export function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      asked = true;
      endSteps();
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
    process.once("disconnect", end);
    process.channel?.unref();
  });
}

/** Runs a command's main function; a thrown error is told in words, without a stack. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // What was cut short because the person asked for the end is no failure.
    if (!asked) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
  process.exit();
}
