import type { WorkerScope } from "./scope";

declare const self: WorkerScope;

/** Every page asks for what is its own; `sent` is how many were sent just now. */
export async function tellPages(sent: number): Promise<void> {
  for (const page of await self.clients.matchAll()) page.postMessage({ kind: "changed", sent });
}
