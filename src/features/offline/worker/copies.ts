import { copyVerdict, keptAddress, mayBeKept } from "@/domain/offline/kept-address";
import {
  articlesOf,
  assetsOf,
  isShown,
  isSpent,
  ownerOf,
  withKeptAt,
} from "@/domain/offline/kept-page";

const pagesOf = (owner: string) => `${pagePrefix}${owner}`;
const pagePrefix = "archway-pages-";
const assetsName = "archway-assets-1";
const keptAt = "x-kept-at";

let generation = 0;
let isStopped = false;

/** When a copy was begun, in milliseconds, and after how many clearings. */
export type Begun = { readonly atMs: number; readonly generation: number };

/** Begins to make a copy. What was cleared meanwhile is not kept after all. */
export function beginCopy(atMs: number): Begun {
  return { atMs, generation };
}

/** Whether all was cleared since it was begun. */
export function isCleared(begun: Begun): boolean {
  return isStopped || begun.generation !== generation;
}

/**
 * Keeps a page that names its owner; copies of anybody else go. Answers the articles it leads to; null where home is
 * nobody's: the session is over.
 */
export async function keepCopy(
  address: URL,
  response: Response,
  begun: Begun,
): Promise<readonly string[] | null> {
  const key = keptAddress(address.pathname, address.searchParams);
  if (key === null || !mayBeKept(address.pathname, address.searchParams)) return [];
  const isRedirected = response.redirected || response.type === "opaqueredirect";
  const verdict = copyVerdict(response.status, isRedirected);
  if (verdict === "remove") await removeCopy(key);
  if (verdict !== "replace") return [];
  const html = await response.text();
  const owner = ownerOf(html);
  if (isCleared(begun)) return [];
  if (owner === null) return address.pathname === "/" ? null : [];
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(keptAt, String(begun.atMs));
  await removePages(pagesOf(owner));
  const pages = await caches.open(pagesOf(owner));
  await pages.put(key, new Response(withKeptAt(html, begun.atMs), { headers }));
  await keepAssets(assetsOf(html));
  // Cleared while it was written: it goes as well.
  if (isCleared(begun)) await removePages();
  return articlesOf(html);
}

/** When the copy of an address was made; null where there is none. */
export async function copyMadeAt(key: string): Promise<number | null> {
  const copy = await caches.match(key);
  return copy === undefined ? null : Number(copy.headers.get(keptAt));
}

/** The articles that a copy leads to. */
export async function articlesBeside(key: string): Promise<readonly string[]> {
  const copy = await caches.match(key);
  return copy === undefined ? [] : articlesOf(await copy.text());
}

/** The addresses that have a copy. */
export async function keptKeys(): Promise<string[]> {
  const keys: string[] = [];
  for (const name of await caches.keys())
    if (name.startsWith(pagePrefix))
      for (const { url } of await (await caches.open(name)).keys())
        keys.push(url.slice(new URL(url).origin.length));
  return keys;
}

/** The copy to show without a network, or one of the same page to go on to where the address names no patient. */
export async function copyOf(address: URL, nowMs: number): Promise<Response | null> {
  const key = keptAddress(address.pathname, address.searchParams);
  if (key === null) return null;
  const exact = await caches.match(key);
  if (exact && isShown(Number(exact.headers.get(keptAt)), nowMs)) return exact;
  if (exact || address.searchParams.has("patient")) return null;
  const other = (await keptKeys()).find((kept) => kept.startsWith(`${address.pathname}?`));
  return other === undefined ? null : Response.redirect(new URL(other, address));
}

/** A script, style, font or picture: once kept it never changes, its name is made of its bytes. */
export async function assetOf(request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    const assets = await caches.open(assetsName);
    await assets.put(request.url, copy);
  }
  return response;
}

async function keepAssets(addresses: readonly string[]): Promise<void> {
  const assets = await caches.open(assetsName);
  await Promise.all(
    addresses.map(async (address) => {
      if (await assets.match(address)) return;
      const response = await fetch(address).catch(() => null);
      if (response?.ok) await assets.put(address, response);
    }),
  );
}

/** Its owner wants none: no copy is made until a page asks for it again. */
export function stopCopies(): void {
  isStopped = true;
}

export function resumeCopies(): void {
  isStopped = false;
}

/** No page of anybody's stays, nor one that is on its way. */
export async function clearPages(): Promise<void> {
  generation += 1;
  await removePages();
}

/** Nothing at all stays. */
export async function clearCopies(): Promise<void> {
  await clearPages();
  await caches.delete(assetsName);
}

/** What an older worker kept in another way, and scripts of former builds that no kept page needs. */
export async function clearOutdated(nowMs: number): Promise<void> {
  const needed = new Set<string>();
  for (const name of await caches.keys()) {
    if (name.startsWith(pagePrefix)) {
      const pages = await caches.open(name);
      for (const copy of await pages.matchAll())
        for (const address of assetsOf(await copy.text())) needed.add(address);
    } else if (name !== assetsName) await caches.delete(name);
  }
  const assets = await caches.open(assetsName);
  for (const request of await assets.keys()) {
    const { pathname } = new URL(request.url);
    // Fonts are named in style sheets, not in pages.
    if (needed.has(pathname) || pathname.endsWith(".woff2")) continue;
    const madeAt = Date.parse((await assets.match(request))?.headers.get("date") ?? "");
    if (isSpent(madeAt, nowMs)) await assets.delete(request);
  }
}

async function removeCopy(key: string): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(pagePrefix)) await (await caches.open(name)).delete(key);
}

async function removePages(but?: string): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(pagePrefix) && name !== but) await caches.delete(name);
}
