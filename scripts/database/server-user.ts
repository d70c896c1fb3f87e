import { readFileSync } from "node:fs";

/** Numeric owner of the server's files and processes; undefined: the current user. */
export type ServerUser = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root, and initdb wants a uid that has a name. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields?.[2] && fields[3]) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    "PostgreSQL does not run as root and this machine has no user postgres or nobody. " +
      "Start Archway as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL.",
  );
}
