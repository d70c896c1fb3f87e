import { askWorker } from "./ask-worker";

const choice = "archway.offline";
const phone = "(pointer: coarse), (max-width: 48rem)";

/** Whether this browser keeps pages: a phone until its owner says no, any other device once they say yes. */
export function keepsHere(): boolean {
  const said = localStorage.getItem(choice);
  return said === null ? matchMedia(phone).matches : said === "on";
}

/** The owner's choice for this browser, also for pages that are opened before it is carried out. */
export function chooseHere(isWanted: boolean): void {
  localStorage.setItem(choice, isWanted ? "on" : "off");
}

/** Takes the copies and their worker away; a change that was not sent stays for its login. */
export async function stopKeeping(): Promise<void> {
  await dropCopies();
  // It may be keeping pages just now.
  await askWorker({ kind: "stop", owner: "" });
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.unregister();
  await dropCopies();
}

/** By the page itself: a worker that is busy may be slow to hear of it. */
export async function dropCopies(): Promise<void> {
  const { caches } = globalThis;
  for (const name of (await caches?.keys()) ?? [])
    if (name.startsWith("archway-")) await caches.delete(name);
}
