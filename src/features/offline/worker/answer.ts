import { endsSession, keptAddress } from "@/domain/offline/kept-address";
import { assetOf, beginCopy, clearPages, copyOf, keepCopy } from "./copies";
import { keepFollowed, noteChange } from "./keep-pages";
import { offlinePage } from "./offline-page";
import type { FetchEvent, WorkerScope } from "./scope";

declare const self: WorkerScope;

const asset = /^\/(?:_next\/static\/|accent\/|icons\/)/;

/** Answers what the worker has to see, and leaves everything else to the browser. */
export function answer(event: FetchEvent): void {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  const { pathname: path } = address;
  if (request.method !== "GET") noteChange(path);
  else if (asset.test(path)) event.respondWith(assetOf(request));
  else if (request.mode === "navigate") event.respondWith(page(event, address));
  else if (request.headers.get("rsc") === "1") event.respondWith(pagePart(event, address));
  else if (/^\/api\/(?!events|uploads|auth\/csrf)/.test(path)) event.respondWith(watched(event));
}

async function page(event: FetchEvent, address: URL): Promise<Response> {
  const begun = beginCopy();
  let response: Response;
  try {
    response = await fetch(event.request);
  } catch {
    return (await copyOf(address)) ?? offlinePage(await copyOf(new URL("/", address)));
  }
  if (endsSession(address.pathname, response.status)) await clearPages();
  else if (keptAddress(address.pathname, address.searchParams) !== null) {
    const copy = response.clone();
    event.waitUntil(
      keepCopy(address, copy, begun).then((found) => (found === null ? clearPages() : undefined)),
    );
  }
  return response;
}

/** What Next asks for when a link is followed. Without a network it gets no part, so that it loads the page itself. */
async function pagePart(event: FetchEvent, address: URL): Promise<Response> {
  const { request } = event;
  let response: Response;
  try {
    response = await fetch(request);
  } catch {
    return new Response(null, { status: 204 });
  }
  if (request.headers.has("next-router-prefetch")) return response;
  const arrived = new URL(response.url);
  if (endsSession(arrived.pathname, response.status)) await clearPages();
  const key = keptAddress(address.pathname, address.searchParams);
  if (key !== null && response.ok) event.waitUntil(keepFollowed(key));
  return response;
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
