import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { type AuditLine, auditLines } from "./audit-lines";
import { csvHead, csvRows } from "./csv";

/** Rows read, written and forgotten at a time: what an export holds in memory, however long it is. */
export const rowsAtOnce = 2_000;

/** The rows of a file, a page at a time and newest first; each page begins where the one before ended. */
export async function* exportPages(
  tx: Tx,
  where: Prisma.AuditEntryWhereInput,
  most = rowsAtOnce,
): AsyncGenerator<readonly AuditLine[]> {
  for (let after: AuditLine | null = null; ; ) {
    const page: readonly AuditLine[] = await auditLines(tx, where, after, most);
    if (page.length > 0) yield page;
    after = page.at(-1) ?? null;
    if (page.length < most) return;
  }
}

/** The text of a file, a page at a time. */
export async function* fileText(
  pages: AsyncIterable<readonly AuditLine[]>,
  format: "csv" | "json",
  zone: string,
): AsyncGenerator<string> {
  if (format === "csv") {
    yield csvHead;
    for await (const page of pages) yield csvRows(page);
    return;
  }
  yield `{"zone":${JSON.stringify(zone)},"rows":[`;
  let between = "\n";
  for await (const page of pages) {
    yield between + page.map((line) => JSON.stringify(line)).join(",\n");
    between = ",\n";
  }
  yield "\n]}\n";
}
