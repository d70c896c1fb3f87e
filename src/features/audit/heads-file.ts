import { appendFile, mkdir, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { headLine, type KeptHead, readHeadLine } from "@/domain/audit/heads";
import { readLatestHeads } from "./latest-head";
import { noSuchFile } from "./no-such-file";

/** The folder of heads below DATA_DIR; one file a year, one line per chain and day, and the latest of each. */
export function headsFolder(dataDir: string): string {
  return join(dataDir, "audit-heads");
}

const year = /^\d{4}\.txt$/;

export interface HeadsRead {
  /** One per chain and day. */
  readonly kept: readonly KeptHead[];
  /** One per chain: where it ended when it was last sealed. */
  readonly latest: readonly KeptHead[];
  /** Lines that are none of ours. */
  readonly unreadable: number;
}

/** Every head that was kept, the oldest first. A folder that is not there has none. */
export async function readHeads(folder: string): Promise<HeadsRead> {
  const names = await readdir(folder).catch(noSuchFile);
  const files = (names ?? []).filter((name) => year.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line !== "");
  const read = lines.map(readHeadLine);
  const kept = read.filter((one) => one !== null);
  const atSeals = await readLatestHeads(folder);
  const latest = atSeals.filter((one) => one !== null);
  const unreadable = read.length - kept.length + (atSeals.length - latest.length);
  return { kept, latest, unreadable };
}

/** Adds a line for good: it is on the disk when this returns. */
export async function appendHead(folder: string, head: KeptHead): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = join(folder, `${head.on.slice(0, 4)}.txt`);
  const before = await readFile(name, "utf8").catch(noSuchFile);
  // A line whose writing was cut off is closed first, so that it spoils no other.
  const gap = before === null || before === "" || before.endsWith("\n") ? "" : "\n";
  await appendFile(name, `${gap}${headLine(head)}\n`, { mode: 0o600 });
  const file = await open(name, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
