import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type SimulatorName, simulatorNames, simulatorsEnvironment } from "./process/ports";

const longestPauseMs = 5_000;
// A simulator that ran this long was healthy: its next restart is quick again.
const healthyAfterMs = 10_000;

const { basePort, host } = simulatorsEnvironment(process.env);
const children = new Map<SimulatorName, ChildProcess>();
const waiting = new Set<SimulatorName>(simulatorNames);
let isEnding = false;

for (const name of simulatorNames) start(name, 250);

function start(name: SimulatorName, pauseMs: number): void {
  const file = fileURLToPath(new URL(`./${name}/main.ts`, import.meta.url));
  const startedAt = performance.now();
  const child = fork(file, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  children.set(name, child);
  child.once("message", () => {
    if (waiting.delete(name) && waiting.size === 0) {
      console.log(`Simulators ready: http://${host}:${basePort}`);
      process.send?.("started");
    }
  });
  child.once("exit", (code, signal) => {
    children.delete(name);
    if (isEnding) return;
    const wasHealthy = performance.now() - startedAt > healthyAfterMs;
    const pause = wasHealthy ? 250 : pauseMs;
    console.error(`The simulated ${name} ended (${signal ?? code}); it starts again.`);
    setTimeout(() => {
      if (!isEnding) start(name, Math.min(pause * 2, longestPauseMs));
    }, pause);
  });
}

function end(): void {
  if (isEnding) return;
  isEnding = true;
  for (const child of children.values()) child.kill("SIGTERM");
  const check = setInterval(() => {
    if (children.size > 0) return;
    clearInterval(check);
    process.exit(0);
  }, 50);
  setTimeout(() => {
    for (const child of children.values()) child.kill("SIGKILL");
    process.exit(0);
  }, 4_000).unref();
}

process.once("SIGTERM", end);
process.once("SIGINT", end);
// Started with an IPC channel and the starter is gone.
process.once("disconnect", end);
