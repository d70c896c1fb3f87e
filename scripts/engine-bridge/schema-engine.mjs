#!/usr/bin/env node
// Stands where Prisma's CLI expects its native schema engine (PRISMA_SCHEMA_ENGINE_BINARY) and
// forwards to the same engine in WebAssembly, so that nothing is downloaded. Protocol: JSON-RPC,
// one message a line. See docs/decisions (Prisma engine bridge).
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openEngine, panicWords } from "./engine.mjs";
import { canConnect, createDatabase } from "./server-database.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});
const datasource = JSON.parse(values.datasource ?? "{}");
const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

if (positionals[0] === "cli") await answerCommand(positionals[1]);
else await serve();

async function answerCommand(command) {
  try {
    if (command === "can-connect-to-database") await canConnect(datasource.url);
    else if (command === "create-database") await createDatabase(datasource.url);
    else throw new Error(`The engine bridge does not know the command ${command}.`);
  } catch (error) {
    const fields = {
      message: error.message || error.code,
      error_code: error.prismaCode ?? "P1001",
    };
    const line = { level: "ERROR", target: "schema_engine::logger", fields };
    // The CLI does not read the first line of the engine's log.
    process.stderr.write(`{"level":"INFO","fields":{}}\n${JSON.stringify(line)}`);
    process.exitCode = 1;
  }
}

async function serve() {
  const models = (values.datamodels ?? []).map((path) => [path, readFileSync(path, "utf8")]);
  let engine;
  let current;
  // A panic traps inside a promise of the engine that nobody awaits: it would end without a word.
  process.on("uncaughtException", (error) => {
    send({ id: current, error: engineError(error) });
    process.stdout.write("", () => process.exit(1));
  });
  // One after another: the engine holds one connection and its own state.
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue;
    current = id;
    try {
      engine ??= await openEngine(models, datasource);
      const result = (await engine.call(method, params)) ?? {};
      if (result.stdout) {
        send({ id: `print-${id}`, method: "print", params: { content: result.stdout } });
      }
      send({ id, result });
    } catch (error) {
      send({ id, error: engineError(error) });
    }
  }
  await engine?.close();
}

function engineError(error) {
  const words = panicWords(error) ?? error.message ?? String(error);
  const data = {
    // Not told as a panic: the CLI would offer to send a report and end with 0.
    is_panic: false,
    message: words,
    meta: error.meta ?? null,
    ...(error.code ? { error_code: error.code } : {}),
  };
  return { code: 4466, message: "An error happened. Check the data field for details.", data };
}
