import { keptBeside } from "@/domain/offline/kept-address";
import { isWorthFetching } from "@/domain/offline/kept-page";
import {
  articlesBeside,
  type Begun,
  beginCopy,
  clearOutdated,
  copyMadeAt,
  isCleared,
  keepCopy,
  keptKeys,
} from "./copies";
import type { WorkerScope } from "./scope";

declare const self: WorkerScope;

let isOutdated = false;

/** Something that home and treatment show is being changed online: their copies are made anew at the next look. */
export function noteChange(path: string): void {
  if (/^\/api\/(?:treatment|check-ins|appointments)/.test(path)) isOutdated = true;
}

/** After a link was followed to a page, or it was refreshed. */
export async function keepFollowed(key: string, nowMs: number): Promise<void> {
  const begun = beginCopy(nowMs);
  if (!isOutdated) return void (await keepWhenOld(key, begun));
  isOutdated = false;
  for (const beside of keptBeside(addressOf(key).searchParams).slice(0, 2))
    await keepNow(beside, begun);
}

/** Keeps what belongs beside a page, one after the other, so that what the person does comes first. */
export async function keepBeside(address: string, nowMs: number): Promise<void> {
  const begun = beginCopy(nowMs);
  const beside = keptBeside(addressOf(address).searchParams);
  let isAnyNew = false;
  for (const key of beside) isAnyNew = (await keepWhenOld(key, begun)) || isAnyNew;
  // Also those that a former visit, broken off, did not come to.
  for (const key of beside)
    for (const article of await articlesBeside(key))
      isAnyNew = (await keepWhenOld(article, begun)) || isAnyNew;
  if (isAnyNew) await clearOutdated(nowMs);
}

/** Changes of these patients were sent: what is kept of them shows it. */
export async function keepChanged(patientIds: readonly string[], nowMs: number): Promise<void> {
  const begun = beginCopy(nowMs);
  for (const key of await keptKeys()) {
    const { pathname, searchParams } = addressOf(key);
    const patient = searchParams.get("patient");
    if (pathname.startsWith("/care")) continue;
    if (patient === null || patientIds.includes(patient)) await keepNow(key, begun);
  }
}

async function keepWhenOld(key: string, begun: Begun): Promise<boolean> {
  const { pathname } = addressOf(key);
  if (!isWorthFetching(await copyMadeAt(key), begun.atMs, pathname)) return false;
  await keepNow(key, begun);
  return true;
}

/** What was cleared since it was begun is not fetched any more. */
async function keepNow(key: string, begun: Begun): Promise<void> {
  if (isCleared(begun)) return;
  const response = await fetch(key, { headers: { accept: "text/html" }, priority: "low" }).catch(
    () => null,
  );
  if (response !== null) await keepCopy(addressOf(key), response, begun);
}

function addressOf(key: string): URL {
  return new URL(key, self.location.origin);
}
