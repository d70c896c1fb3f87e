/** What is searched for, as the address says it; at most as long as the field lets it be. */
export function queryOf(search: Record<string, string | string[] | undefined>): string {
  const { query } = search;
  return typeof query === "string" ? query.replaceAll("\0", "").trim().slice(0, 100) : "";
}
