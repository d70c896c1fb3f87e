import type { AuditLine } from "./audit-lines";

const columns: readonly [name: string, cell: (line: AuditLine) => string | null][] = [
  ["at", (line) => line.at],
  ["action", (line) => line.action],
  ["person", (line) => line.personName],
  ["person id", (line) => line.personId],
  ["role", (line) => line.role],
  ["patient", (line) => line.patientName],
  ["patient id", (line) => line.patientId],
  ["object", (line) => line.objectKind],
  ["object id", (line) => line.objectId],
  ["address", (line) => line.address],
  ["request", (line) => line.requestId],
  ["detail", (line) => line.detail.map(([name, value]) => `${name}: ${value}`).join("; ")],
  ["number", (line) => line.number],
];

/** The first line of a file, RFC 4180 with a byte order mark, so that spreadsheets read UTF-8. */
export const csvHead = `\uFEFF${csvLine(columns.map(([name]) => name))}`;

/** Rows of a file, each with its line's end. */
export function csvRows(lines: readonly AuditLine[]): string {
  return lines.map((line) => csvLine(columns.map(([, cell]) => cell(line) ?? ""))).join("");
}

/** One line of a file, cells made harmless. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** A spreadsheet would run what begins like a formula: an apostrophe in front makes it text (OWASP, CSV injection). */
export function csvCell(text: string): string {
  const harmless = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text)
    ? `'${text}`
    : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
