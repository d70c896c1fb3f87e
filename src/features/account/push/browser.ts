const scope = "/push/";
const note = "archway.notices";

/** What this browser can do; `install`: an iPhone or iPad shows notices of an installed app alone. */
export type PushAbility = "unsupported" | "install" | "denied" | "possible";

/** Whose notices they are, and the session that said so last. */
export interface PushOwner {
  readonly owner: string;
  readonly session: string;
}

export function pushAbility(): PushAbility {
  const can = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  const isTablet = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  const isApple = /iPhone|iPad/.test(navigator.userAgent) || isTablet;
  if (!can) return isApple ? "install" : "unsupported";
  return Notification.permission === "denied" ? "denied" : "possible";
}

/** This browser's subscription, or null. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  const found = await navigator.serviceWorker?.getRegistration(scope);
  // Without one of its own the browser answers with the worker of all pages.
  const isOurs = found !== undefined && new URL(found.scope).pathname === scope;
  return isOurs ? found.pushManager.getSubscription() : null;
}

/** Asks for permission, then subscribes with the practice's key; null where the person or the browser says no. */
export async function makeSubscription(publicKey: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const registration = await navigator.serviceWorker.register("/push-worker.js", {
    scope,
    updateViaCache: "none",
  });
  await active(registration);
  const before = await registration.pushManager.getSubscription();
  if (before && !hasKey(before, publicKey)) await before.unsubscribe();
  return registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
}

/** Ends it in this browser; the push service forgets it, so nothing reaches it any more. */
export async function endSubscription(): Promise<void> {
  localStorage.removeItem(note);
  await (await currentSubscription())?.unsubscribe();
}

export function ownerKept(): string | null {
  return localStorage.getItem(note);
}

export function keepOwner(whose: PushOwner): void {
  localStorage.setItem(note, ownerText(whose));
}

export function ownerText({ owner, session }: PushOwner): string {
  return `${owner} ${session}`;
}

/** As our routes take it. */
export function asBody(subscription: PushSubscription) {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } };
}

/** As the server marks a device in its list. */
export async function markOf({ endpoint }: PushSubscription): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
  const bytes = new Uint8Array(digest).subarray(0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a subscription is for this key; one for another is of no use to anybody. */
export function hasKey(subscription: PushSubscription, publicKey: string): boolean {
  const key = subscription.options.applicationServerKey;
  if (key === null) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(key)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === publicKey;
}

async function active(registration: ServiceWorkerRegistration): Promise<void> {
  const starting = registration.installing ?? registration.waiting;
  if (registration.active || !starting) return;
  await new Promise<void>((resolve, reject) => {
    starting.addEventListener("statechange", () => {
      if (starting.state === "activated") resolve();
      if (starting.state === "redundant") reject(new Error("the worker did not start"));
    });
  });
}
