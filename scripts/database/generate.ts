import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main } from "../run/ending";
import { root } from "./paths";
import { runPrisma } from "./prisma-command";

const require = createRequire(import.meta.url);

function schemaDigest(folder: string): string {
  const digest = createHash("sha256");
  digest.update(readFileSync(require.resolve("prisma/package.json")));
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".prisma"))
      digest.update(`${name}\0`).update(readFileSync(join(folder, name)));
  }
  return digest.digest("hex");
}

/** Writes the Prisma client anew when the schema changed since the last time. */
export async function generateClient(): Promise<void> {
  const digest = schemaDigest(join(root, "prisma/schema"));
  const note = join(root, "src/db/generated/.schema-digest");
  if (existsSync(note) && readFileSync(note, "utf8") === digest) return;
  await runPrisma(["generate"]);
  writeFileSync(note, digest);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await generateClient();
    console.log("The Prisma client is up to date.");
  });
}
