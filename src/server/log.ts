import { pino } from "pino";

export type Log = Pick<ReturnType<typeof pino>, "info" | "warn" | "error">;

const phone = /\+?\d[\d\s-]{6,}\d/g;
const mail = /[^\s@"']+@[^\s@"']+\.[^\s@"']+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped here
const control = /[\u0000-\u001f\u007f]/g;

/** Masks phone numbers and addresses and escapes control characters, so that a log line is one line and tells nobody's secret (S20). */
export function masked(text: string): string {
  return text
    .replace(mail, (found) => `${found.slice(0, 1)}…@…`)
    .replace(phone, (found) => (/[a-f-]{2}/i.test(found) ? found : `…${found.slice(-2)}`))
    .replace(control, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * What a log may say of an error: its name, SQLSTATE or code, and where it was thrown. Never its message: a database
 * error quotes the row.
 */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "));
  return { error: error.name, code, at: frames.slice(0, 6).map((line) => line.trim()) };
}

/**
 * What a log keeps of what others write to the console: Next writes the errors of pages there as they are, and a
 * database error quotes the row. `digest` is the reference the person was shown.
 */
export function consoleFacts(said: readonly unknown[]): Record<string, unknown> {
  const error = said.find((one) => one instanceof Error);
  if (error === undefined) return { said: masked(said.map(String).join(" ").slice(0, 300)) };
  const digest = "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
  return { ...errorFacts(error), digest };
}

/** One-line JSON logs, on standard output unless a test reads them. */
export function openLog(name: string, sink?: { write(line: string): void }): Log {
  const options = { name, base: { name }, timestamp: pino.stdTimeFunctions.isoTime };
  return sink ? pino(options, sink) : pino(options);
}
