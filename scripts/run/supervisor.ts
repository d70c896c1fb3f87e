import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { root } from "../database/paths";

const healthyAfterMilliseconds = 10_000;
const longestPauseMilliseconds = 10_000;
const quickDeathsAllowed = 5;
const goodbyeMilliseconds = 10_000;

const leash = fileURLToPath(new URL("leash.mjs", import.meta.url));

export interface Part {
  name: string;
  /** Arguments of Node: a script and what follows. */
  run: string[];
  env: NodeJS.ProcessEnv;
}

export interface Supervisor {
  start: (part: Part) => void;
  /** Ends every part and all it started; resolves when none is left. */
  stop: () => Promise<void>;
  /** Resolves with a sentence when a part cannot be kept alive. */
  failed: Promise<string>;
}

/** Keeps processes alive: a part that ends is started again, ever more slowly. */
export function supervise(): Supervisor {
  const children = new Map<string, ChildProcess>();
  const timers = new Set<NodeJS.Timeout>();
  let stopping = false;
  let fail: (sentence: string) => void = () => undefined;
  const failed = new Promise<string>((resolve) => {
    fail = resolve;
  });

  function launch(part: Part, quickDeaths: number): void {
    const startedAt = performance.now();
    // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which ends the rest.
    const child = spawn(process.execPath, ["--import", leash, ...part.run], {
      cwd: root,
      env: { ...part.env, ARCHWAY_LEASHED: "1" },
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.channel?.unref();
    children.set(part.name, child);
    child.once("error", (error) => fail(`${part.name} could not be started: ${error.message}`));
    child.once("exit", (code, signal) => {
      children.delete(part.name);
      if (child.pid) signalGroup(child.pid, "SIGKILL");
      if (stopping) return;
      const lived = performance.now() - startedAt;
      const deaths = lived > healthyAfterMilliseconds ? 1 : quickDeaths + 1;
      if (deaths >= quickDeathsAllowed) {
        fail(
          `${part.name} ended ${deaths} times in a row (${signal ?? code}). Its words are above.`,
        );
        return;
      }
      const pause = Math.min(500 * 2 ** (deaths - 1), longestPauseMilliseconds);
      console.error(`${part.name} ended (${signal ?? code}). It starts again.`);
      const timer = setTimeout(() => {
        timers.delete(timer);
        launch(part, deaths);
      }, pause);
      timers.add(timer);
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    for (const timer of timers) clearTimeout(timer);
    await Promise.all([...children.values()].map(endChild));
  }

  return { start: (part) => launch(part, 0), stop, failed };
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (!pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const impatient = setTimeout(() => signalGroup(pid, "SIGKILL"), goodbyeMilliseconds);
  await gone;
  clearTimeout(impatient);
  signalGroup(pid, "SIGKILL");
}
