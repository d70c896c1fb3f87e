import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { migrationAdapter } from "./migration-adapter.mjs";

const require = createRequire(import.meta.url);

// The engine leaves the words of a panic here before it stops.
let panic;
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    panic = message;
  },
};

async function loadEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = require.resolve("@prisma/schema-engine-wasm").replace(/\.js$/, "_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

/** The engine's names of requests that the CLI calls otherwise. */
const engineNames = { getDatabaseVersion: "version" };

/** Opens Prisma's WebAssembly schema engine on the database of `datasource`. */
export async function openEngine(models, datasource) {
  const SchemaEngine = await loadEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(migrationAdapter(datasource));
  const log = (line) => process.env.DEBUG && process.stderr.write(`${line}\n`);
  const engine = await SchemaEngine.new(
    { datamodels: models.length > 0 ? models : undefined },
    log,
    factory,
  );
  return {
    async call(method, params) {
      const name = engineNames[method] ?? method;
      if (typeof engine[name] !== "function") {
        throw new Error(`The engine bridge does not know the request ${method}.`);
      }
      try {
        return await engine[name](params);
      } catch (error) {
        throw original(error, factory.errorRegistry);
      }
    },
    async close() {
      engine.free();
    },
  };
}

/** The words of a panic, where `error` is the trap that follows one. */
export function panicWords(error) {
  return error instanceof WebAssembly.RuntimeError ? (panic ?? error.message) : undefined;
}

/** The engine hides an error of the database driver behind a number; this gives it back. */
function original(error, registry) {
  const id = /external error.*?(\d+)/i.exec(error?.message ?? "")?.[1];
  return (id && registry.consumeError(Number(id))?.error) || error;
}
