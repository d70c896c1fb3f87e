/** A path of our own pages to go on to after login, or null for anything else (S13: same-origin paths only). */
export function nextPath(asked: unknown): string | null {
  if (typeof asked !== "string" || asked.length > 500) return null;
  // "//host" and "/\host" lead elsewhere; browsers drop tabs and line breaks inside an address.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes("\\")) return null;
  const origin = "https://own.invalid";
  const url = new URL(asked, origin);
  // "/.//host" is one of our paths only until its dots are taken away.
  if (url.origin !== origin || /^\/(\/|(api|login)(\/|$))/.test(url.pathname)) return null;
  return url.pathname + url.search;
}
