const hourMs = 3_600_000;
/** No copy is shown longer than a session may last (S10). */
const SHOWN_HOURS = 12;

/** Whose page it is, as the page says itself; null for a page of nobody: the front page, the login, a refusal. */
export function ownerOf(html: string): string | null {
  return /data-offline-owner="([\w-]{20,64})"/.exec(html)?.[1] ?? null;
}

/** Scripts, styles, fonts and pictures that a page needs, as addresses of ours. */
export function assetsOf(html: string): string[] {
  const named = html.matchAll(
    /\/(?:_next\/static\/[\w./~%()[\]@+-]+|accent\/[0-9a-f]{6}\.css|icons\/[a-z0-9-]+\.(?:svg|png))/g,
  );
  return [...new Set([...named].map(([address]) => address))];
}

/** The guidance's articles that a page leads to. */
export function articlesOf(html: string): string[] {
  const named = html.matchAll(/href="(\/care\/[a-z0-9-]+(?:\?patient=[0-9a-f-]+)?)"/g);
  return [...new Set([...named].flatMap(([, address]) => address ?? []))];
}

/** The copy as it is shown while the network still has not answered. */
export function whileSlow(html: string): string {
  return html.replace(/<html(?= |>)/, '<html data-network="slow"');
}

/** The language that a page says it is in. */
export function languageOf(html: string): string | undefined {
  return /<html[^>]* lang="([\w-]{2,35})"/.exec(html)?.[1];
}

/** Whether a script or style that no copy needs may go: one of the page that is open now is young. */
export function isSpent(keptAtMs: number, nowMs: number): boolean {
  return !(Math.abs(nowMs - keptAtMs) < 24 * hourMs);
}

/** The page as it is kept: it says of itself since when. */
export function withKeptAt(html: string, keptAtMs: number): string {
  return html.replace(/<html(?= |>)/, `<html data-kept-at="${keptAtMs}"`);
}

/** Whether a copy may still be shown. A clock set back makes none younger. */
export function isShown(keptAtMs: number, nowMs: number): boolean {
  return Math.abs(nowMs - keptAtMs) < SHOWN_HOURS * hourMs;
}

/** Whether a copy is old enough to be fetched again although nothing is known to have changed. */
export function isWorthFetching(keptAtMs: number | null, nowMs: number, path: string): boolean {
  const hours = path.startsWith("/care") ? 6 : 0.25;
  return keptAtMs === null || Math.abs(nowMs - keptAtMs) > hours * hourMs;
}
