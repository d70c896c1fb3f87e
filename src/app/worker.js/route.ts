import { readFile } from "node:fs/promises";
import { join } from "node:path";

const built = join(/*turbopackIgnore: true*/ process.cwd(), ".next/worker.js");

/** The worker of patients' pages, made with the build; there is none while developing. */
export async function GET(): Promise<Response> {
  const code = await readFile(built, "utf8").catch(() => null);
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
