import { changesPerson, endsSession, keptAddress } from "@/domain/offline/kept-address";
import { languageOf, whileSlow } from "@/domain/offline/kept-page";
import { patienceMs } from "@/domain/offline/slow-network";
import { assetOf, beginCopy, clearPages, copyOf, keepCopy } from "./copies";
import { keepFollowed, noteChange } from "./keep-pages";
import { offlinePage } from "./offline-page";
import type { FetchEvent, WorkerScope } from "./scope";
import { tellPages } from "./tell-pages";

declare const self: WorkerScope;

const asset = /^\/(?:_next\/static\/|accent\/|icons\/)/;
let foundSlowAtMs: number | null = null;

/** Answers what the worker has to see, and leaves everything else to the browser. `nowMs`: when it was asked. */
export function answer(event: FetchEvent, nowMs: number): void {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  const { pathname: path } = address;
  if (request.method !== "GET") {
    noteChange(path);
    if (changesPerson(path)) event.waitUntil(clearPages());
  } else if (asset.test(path)) event.respondWith(assetOf(request));
  else if (request.mode === "navigate") event.respondWith(page(event, address, nowMs));
  else if (request.headers.get("rsc") === "1") event.respondWith(pagePart(event, address, nowMs));
  else if (/^\/api\/(?!events|uploads|auth\/csrf)/.test(path)) event.respondWith(watched(event));
}

/** The page itself; without a network, or where it is too slow, its copy. One that arrives late is kept all the same. */
async function page(event: FetchEvent, address: URL, nowMs: number): Promise<Response> {
  const arriving = arrive(event, address, nowMs);
  const first = await withPatience(arriving, nowMs);
  if (first === "none") return (await copyOf(address, nowMs)) ?? notKept(address, nowMs);
  if (first !== "slow") return first;
  const copy = await copyOf(address, nowMs);
  if (copy === null) {
    const late = await arriving;
    return late === "none" ? notKept(address, nowMs) : late;
  }
  foundSlowAtMs = nowMs;
  event.waitUntil(arriving.then((late) => (late === "none" ? undefined : tellPages(0))));
  if (copy.type === "default" && copy.status === 200)
    return new Response(whileSlow(await copy.text()), { headers: copy.headers });
  return copy;
}

function arrive(event: FetchEvent, address: URL, nowMs: number): Promise<Response | "none"> {
  const begun = beginCopy(nowMs);
  let isSeen = () => {};
  // Promised at once: an event takes no further work after it was answered.
  event.waitUntil(
    new Promise<void>((resolve) => {
      isSeen = resolve;
    }),
  );
  return fetch(event.request).then(
    async (response) => {
      const { pathname: path, searchParams } = address;
      if (endsSession(path, response.status)) await clearPages();
      const copy = keptAddress(path, searchParams) === null ? null : response.clone();
      void (copy === null ? Promise.resolve([]) : keepCopy(address, copy, begun))
        .then((found) => (found === null ? clearPages() : undefined))
        .finally(isSeen);
      return response;
    },
    () => {
      isSeen();
      return "none" as const;
    },
  );
}

async function withPatience<T>(arriving: Promise<T>, nowMs: number): Promise<T | "slow"> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<"slow">((resolve) => {
    waiting = setTimeout(() => resolve("slow"), patienceMs(foundSlowAtMs, nowMs));
  });
  const first = await Promise.race([arriving, slow]);
  clearTimeout(waiting);
  return first;
}

/** A page that was not kept: it leads to home where that was, of the same patient where the address names one (R10). */
async function notKept({ searchParams }: URL, nowMs: number): Promise<Response> {
  const home = new URL(keptAddress("/", searchParams) ?? "/", self.location.origin);
  const copy = await copyOf(home, nowMs);
  const language = copy?.status === 200 ? languageOf(await copy.text()) : undefined;
  return offlinePage(copy && { search: home.search }, [language, ...navigator.languages]);
}

/**
 * What Next asks for when a link is followed. Without a network, or where it is too slow for a page that has a copy, it
 * gets no part, so that it loads the page itself. A page that renews itself stands already: it waits.
 */
async function pagePart(event: FetchEvent, address: URL, nowMs: number): Promise<Response> {
  const { request } = event;
  const arriving = fetch(request).catch(() => new Response(null, { status: 204 }));
  const isAhead = request.headers.has("next-router-prefetch");
  const key = keptAddress(address.pathname, address.searchParams);
  const isFollowed = !isAhead && key !== null && !isSamePage(request.referrer, key);
  const first = isFollowed ? await withPatience(arriving, nowMs) : await arriving;
  if (first === "slow" && (await copyOf(address, nowMs)) !== null) {
    foundSlowAtMs = nowMs;
    return new Response(null, { status: 204 });
  }
  const response = first === "slow" ? await arriving : first;
  if (isAhead || response.status === 204) return response;
  if (endsSession(new URL(response.url).pathname, response.status)) await clearPages();
  if (key !== null && response.ok) event.waitUntil(keepFollowed(key, nowMs));
  return response;
}

function isSamePage(referrer: string, key: string): boolean {
  if (!URL.canParse(referrer)) return true;
  const { pathname, searchParams } = new URL(referrer);
  return keptAddress(pathname, searchParams) === key;
}

async function watched({ request }: FetchEvent): Promise<Response> {
  const response = await fetch(request);
  const { pathname: path } = new URL(request.url);
  if (endsSession(path, response.status)) await clearPages();
  if (path === "/api/auth/session" && response.ok) {
    const session = (await response.clone().json()) as { loginName?: string };
    if (session.loginName === undefined) await clearPages();
  }
  return response;
}
