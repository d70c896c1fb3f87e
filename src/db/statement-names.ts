import { createHash } from "node:crypto";

/** Statements kept by name on each connection; what comes after them is planned every time. */
const AT_MOST = 500;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared: reading and planning one of ours costs the server more
 * than running it. Lists of different lengths are different statements, so there is an end to it.
 */
export function statementName({ sql }: { readonly sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  // Without a name, a statement lives for one run.
  if (names.size >= AT_MOST) return "";
  const name = `p${createHash("sha1").update(sql).digest("hex").slice(0, 20)}`;
  names.set(sql, name);
  return name;
}
