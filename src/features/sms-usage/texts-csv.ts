import { Temporal } from "temporal-polyfill";
import { csvLine } from "@/features/audit/csv";
import type { TextLine } from "./schema";

type Cell = (line: TextLine, zone: string) => string | number | null;

const columns: readonly [name: string, cell: Cell][] = [
  ["time", ({ at }, zone) => timeAt(at, zone)],
  ["purpose", ({ purpose }) => purpose],
  ["patient", ({ patient }) => patient?.name ?? null],
  ["patient id", ({ patient }) => patient?.id ?? null],
  ["state", ({ state }) => state],
  ["segments", ({ segments }) => segments],
  ["price", ({ price }) => price?.amount ?? null],
  ["currency", ({ price }) => price?.currency ?? null],
  ["tries", ({ tries }) => tries],
  ["reason", ({ why }) => why],
  ["text id", ({ id }) => id],
];

/** The first line, RFC 4180 with a byte order mark, so that spreadsheets read UTF-8. */
export const textsCsvHead = `\uFEFF${csvLine(columns.map(([name]) => name))}`;

export function textsCsvRows(lines: readonly TextLine[], zone: string): string {
  return lines
    .map((line) => csvLine(columns.map(([, cell]) => String(cell(line, zone) ?? ""))))
    .join("");
}

/** `2026-03-09T10:40:00+01:00`, by the practice's clock. */
function timeAt(at: string, zone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
}
