import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { headLine, type KeptHead, readHeadLine } from "@/domain/audit/heads";
import { noSuchFile } from "./no-such-file";

/** Below the folder of heads: a file per chain with one line, where it ended when it was last sealed. */
export function latestFolder(folder: string): string {
  return join(folder, "latest");
}

const file = /^([0-9a-f-]{36}|installation)\.txt$/;

/** The latest head of every chain; null for a file that cannot be read. A folder that is not there has none. */
export async function readLatestHeads(folder: string): Promise<(KeptHead | null)[]> {
  const names = (await readdir(latestFolder(folder)).catch(noSuchFile)) ?? [];
  const chains = names.flatMap((name) => file.exec(name)?.[1] ?? []);
  return Promise.all(chains.sort().map((chain) => readLatestHead(folder, chain)));
}

/** Null for none, and for one that cannot be read: both are written anew. */
export async function readLatestHead(folder: string, chain: string): Promise<KeptHead | null> {
  const name = join(latestFolder(folder), `${chain}.txt`);
  const text = await readFile(name, "utf8").catch(noSuchFile);
  const head = readHeadLine(text?.trimEnd() ?? "");
  return head?.chain === chain ? head : null;
}

/**
 * Replaces a chain's latest head at once: a reader sees the old line or the new one. Not forced to the disk, which would
 * cost milliseconds at every seal: a power cut loses the last ones, and the next seal writes them.
 */
export async function writeLatestHead(folder: string, head: KeptHead): Promise<void> {
  const into = latestFolder(folder);
  await mkdir(into, { recursive: true, mode: 0o700 });
  const half = join(into, `.${randomUUID()}`);
  try {
    await writeFile(half, `${headLine(head)}\n`, { mode: 0o600 });
    await rename(half, join(into, `${head.chain}.txt`));
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
