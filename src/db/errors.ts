/** The SQLSTATE of a database error as Prisma 7 with `@prisma/adapter-pg`, or plain `pg`, throws it. */
export function sqlState(error: unknown): string | undefined {
  const cause = driverCause(error);
  return text(cause, "originalCode") ?? (isPgError(error) ? text(error, "code") : undefined);
}

/** True when the database refused an overlapping time: somebody else was faster (S16). */
export function isOverlap(error: unknown): boolean {
  return sqlState(error) === "23P01";
}

/** The name of the unique index or constraint that refused a duplicate, or undefined for any other error. */
export function duplicateOf(error: unknown): string | undefined {
  if (sqlState(error) !== "23505") return undefined;
  const message = text(driverCause(error), "originalMessage") ?? text(error, "message") ?? "";
  return text(error, "constraint") ?? /constraint "([^"]+)"/.exec(message)?.[1] ?? "";
}

/** True when the database cannot be reached or is shutting down: the caller answers 503 (S21). */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlState(error) ?? "";
  if (state.startsWith("08") || state.startsWith("57P")) return true;
  const code = text(error, "code") ?? "";
  if (
    [
      "ECONNREFUSED",
      "ECONNRESET",
      "ENOTFOUND",
      "ETIMEDOUT",
      "EPIPE",
      "P1001",
      "P1017",
      "P2024",
      "P2028",
    ].includes(code)
  )
    return true;
  const kind = text(driverCause(error), "kind") ?? "";
  if (["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout"].includes(kind)) return true;
  return /timeout exceeded when trying to connect|Connection terminated|server closed the connection|not currently accepting connections/i.test(
    text(error, "message") ?? "",
  );
}

function driverCause(error: unknown): unknown {
  const meta = property(error, "meta");
  return property(property(meta, "driverAdapterError"), "cause") ?? property(error, "cause");
}

function isPgError(error: unknown): boolean {
  return text(error, "severity") !== undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function text(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === "string" ? found : undefined;
}
