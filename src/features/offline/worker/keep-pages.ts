import { keptBeside } from "@/domain/offline/kept-address";
import { isWorthFetching } from "@/domain/offline/kept-page";
import { beginCopy, copyMadeAt, keepCopy, keptKeys } from "./copies";
import type { WorkerScope } from "./scope";

declare const self: WorkerScope;

let isOutdated = false;

/** Something that home and treatment show is being changed online: their copies are made anew at the next look. */
export function noteChange(path: string): void {
  if (/^\/api\/(?:treatment|check-ins|appointments)/.test(path)) isOutdated = true;
}

/** After a link was followed to a page, or it was refreshed. */
export async function keepFollowed(key: string): Promise<void> {
  if (!isOutdated) return void (await keepWhenOld(key, beginCopy()));
  isOutdated = false;
  const begun = beginCopy();
  for (const beside of keptBeside(addressOf(key).searchParams).slice(0, 2))
    await keepNow(beside, begun);
}

/** Keeps what belongs beside a page, one after the other, so that what the person does comes first. */
export async function keepBeside(address: string): Promise<void> {
  const begun = beginCopy();
  for (const key of keptBeside(addressOf(address).searchParams))
    for (const article of await keepWhenOld(key, begun)) await keepWhenOld(article, begun);
}

/** Changes of these patients were sent: what is kept of them shows it. */
export async function keepChanged(patientIds: readonly string[]): Promise<void> {
  const begun = beginCopy();
  for (const key of await keptKeys()) {
    const { pathname, searchParams } = addressOf(key);
    const patient = searchParams.get("patient");
    if (pathname.startsWith("/care")) continue;
    if (patient === null || patientIds.includes(patient)) await keepNow(key, begun);
  }
}

async function keepWhenOld(key: string, begun: number): Promise<readonly string[]> {
  const { pathname } = addressOf(key);
  return isWorthFetching(await copyMadeAt(key), Date.now(), pathname) ? keepNow(key, begun) : [];
}

/** What was cleared since it was begun is not fetched any more. */
async function keepNow(key: string, begun: number): Promise<readonly string[]> {
  if (begun !== beginCopy()) return [];
  const response = await fetch(key, { headers: { accept: "text/html" } }).catch(() => null);
  return response === null ? [] : ((await keepCopy(addressOf(key), response, begun)) ?? []);
}

function addressOf(key: string): URL {
  return new URL(key, self.location.origin);
}
