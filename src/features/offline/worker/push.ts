import type { PushedEvent, PushScope } from "./push-scope";

// A worker of its own, whose scope holds no page: it shows notices also where no pages are kept (decision 0035).
declare const self: PushScope;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

// A browser that is told of a push and sees nothing shown takes the permission away: something is always shown.
self.addEventListener("push", (event) => {
  const { title, body, page, tag } = said(event.data);
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      data: { page },
      icon: "/icons/archway-192.png",
      badge: "/icons/archway-192.png",
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(wordOf(event.notification.data, "page") || "/"));
});

/** The tab that shows the page already, else a new one: what is typed in another tab stays where it is. */
async function open(page: string): Promise<void> {
  const address = new URL(page, self.location.origin);
  if (address.origin !== self.location.origin) return;
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const shown = tabs.find(({ url }) => url === address.href);
  await (shown ? shown.focus() : self.clients.openWindow(address.href));
}

function said(data: PushedEvent["data"]) {
  let told: unknown = null;
  try {
    told = data?.json();
  } catch {
    // Not one of ours, or cut off: its words are of no use.
  }
  return {
    title: wordOf(told, "title") || self.location.hostname,
    body: wordOf(told, "body"),
    page: wordOf(told, "page") || "/",
    tag: wordOf(told, "tag") || "notice",
  };
}

function wordOf(from: unknown, name: string): string {
  if (typeof from !== "object" || from === null) return "";
  const value: unknown = Reflect.get(from, name);
  return typeof value === "string" ? value : "";
}
