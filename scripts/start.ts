import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./database/paths";
import { watchDatabase } from "./database/watch";
import { buildIfStale, servingCommand } from "./run/build";
import { loginWords } from "./run/demo";
import { main, untilAskedToEnd } from "./run/ending";
import { type Prepared, prepare } from "./run/prepare";
import { untilAnswering } from "./run/readiness";
import { supervise } from "./run/supervisor";

const typescript = ["--import", "tsx"];

// `npm start`: everything Archway is, on this machine.
await main(async () => {
  const ended = untilAskedToEnd();
  const prepared = await prepare({ ports: true });
  const supervisor = supervise();
  const watch = watchDatabase();
  try {
    const running = run(prepared, supervisor);
    running.catch(() => undefined);
    const sentence = await Promise.race([
      ended,
      supervisor.failed,
      running.then(() => Promise.race([ended, supervisor.failed])),
    ]);
    if (sentence) throw new Error(sentence);
    console.log("Stopping ...");
  } finally {
    watch.stop();
    await supervisor.stop();
    await prepared.release();
  }
});

async function run(
  { settings, application, tools }: Prepared,
  supervisor: ReturnType<typeof supervise>,
): Promise<void> {
  const { host, port, simulatorsPort, appUrl } = settings;
  const demo = settings.mode === "demo";
  await buildIfStale(application);
  if (demo) {
    const script = join(root, "src/simulators/main.ts");
    supervisor.start({ name: "Simulators", run: [...typescript, script], env: tools });
  }
  const production = { ...application, NODE_ENV: "production" as const };
  supervisor.start({ name: "Web", run: servingCommand(host, port), env: production });
  const worker = join(root, "src/server/worker.ts");
  if (existsSync(worker)) {
    supervisor.start({ name: "Worker", run: [...typescript, worker], env: production });
  }
  await untilAnswering(`http://${host}:${port}/readyz`);
  const simulators = `http://localhost:${simulatorsPort}`;
  const words = demo ? await loginWords(tools, simulators) : [];
  console.log(
    [
      "",
      `Archway is running: ${appUrl}`,
      ...(demo
        ? [`Mails, texts, lab and practice system of the demo: ${simulators}`, "", ...words]
        : []),
      "",
      "Ctrl-C stops it.",
    ].join("\n"),
  );
}
