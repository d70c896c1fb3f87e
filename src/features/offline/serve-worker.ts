import { readFile } from "node:fs/promises";
import { join } from "node:path";

const built = join(/*turbopackIgnore: true*/ process.cwd(), ".next");

/** A worker made with the build; while developing there is none (404). */
export async function serveWorker(name: "worker" | "push-worker"): Promise<Response> {
  const code = await readFile(join(built, `${name}.js`), "utf8").catch(() => null);
  if (code === null) return new Response(null, { status: 404 });
  return new Response(code, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
}
