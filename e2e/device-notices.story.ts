import type { BrowserContext, Worker } from "@playwright/test";
import type { PushTarget } from "../src/ports/push";
import { browserAt, startPushService } from "../tests/adapters/push/push-service";
import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { portal, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ serviceWorkers: "allow" });

/**
 * A browser without a head has no push service and refuses notices: this stands for both, and for nothing else. What it
 * was subscribed with stays in the browser, as the real thing would.
 */
async function withPushService(context: BrowserContext, target: PushTarget): Promise<void> {
  await context.grantPermissions(["notifications"], { origin: portal });
  await context.addInitScript((given) => {
    Object.defineProperty(Notification, "permission", { get: () => "default" });
    Notification.requestPermission = () => Promise.resolve("granted");
    const note = "story.push-key";
    const bytesOf = (key: string) =>
      Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
        letter.charCodeAt(0),
      ).buffer;
    const current = () => {
      const key = localStorage.getItem(note);
      if (key === null) return null;
      return {
        endpoint: given.endpoint,
        options: { applicationServerKey: bytesOf(key) },
        toJSON: () => given,
        unsubscribe: async () => {
          localStorage.removeItem(note);
          return true;
        },
      };
    };
    const subscribe = async ({ applicationServerKey }: { applicationServerKey: string }) => {
      localStorage.setItem(note, applicationServerKey);
      return current();
    };
    Object.assign(PushManager.prototype, { getSubscription: async () => current(), subscribe });
  }, target);
}

async function forgetDevices(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const { person_id: personId } = await memberOf(client, loginName);
    await client.query("delete from tenant.push_subscription where person_id = $1", [personId]);
  });
}

/** The worker for notices alone, which no page belongs to. */
async function noticeWorker(context: BrowserContext): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().endsWith("/push-worker.js");
  await expect.poll(() => context.serviceWorkers().some(isOurs)).toBe(true);
  const found = context.serviceWorkers().find(isOurs);
  if (!found) throw new Error("no worker for notices");
  return found;
}

/** Hands the worker a push and then a press on what it shows, as the browser does: what it showed and opened. */
function pushedAndPressed(worker: Worker, data: string) {
  return worker.evaluate(async (text) => {
    const scope = self as unknown as {
      registration: { showNotification: unknown };
      clients: { openWindow: unknown };
      dispatchEvent(event: Event): boolean;
    };
    const shown: { title: string; body: string; data: unknown }[] = [];
    const opened: string[] = [];
    scope.registration.showNotification = async (
      title: string,
      { body, data: about }: { body: string; data: unknown },
    ) => void shown.push({ title, body, data: about });
    scope.clients.openWindow = async (url: string) => void opened.push(url);
    const happen = async (name: string, facts: object) => {
      const works: Promise<unknown>[] = [];
      const waitUntil = (work: Promise<unknown>) => void works.push(work);
      scope.dispatchEvent(Object.assign(new Event(name), facts, { waitUntil }));
      await Promise.all(works);
    };
    await happen("push", { data: { json: () => JSON.parse(text) } });
    await happen("notificationclick", { notification: { data: shown[0]?.data, close() {} } });
    return { shown, opened };
  }, data);
}

test("R39, S23: a device is turned on, tried, shows a notice without a word of a message, and is turned off", async ({
  page,
  context,
  checked,
}) => {
  const service = await startPushService();
  const browser = browserAt(service.origin);
  await forgetDevices(cast.hasDevices);
  await withPushService(context, browser.target);
  await signIn(context, cast.hasDevices);
  try {
    await page.goto("/account/notifications");
    await settled(page);
    const devices = page.getByRole("region", { name: "Notices on your devices" });
    await expect(devices.getByText("Notices are off.", { exact: false })).toBeVisible();
    await checked(page, "/account/notifications, off");
    await devices.getByRole("button", { name: "Turn on here" }).click();
    await expect(devices.getByText("Notices are on.", { exact: false })).toBeVisible();
    await page.reload();
    await settled(page);
    await expect(devices.getByText("Notices are on.", { exact: false })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "On device" })).toBeChecked();
    await checked(page, "/account/notifications, on");

    await devices.getByRole("button", { name: "Send me a test notice" }).click();
    await expect(devices.getByText("On its way.", { exact: false })).toBeVisible();
    await expect.poll(() => service.arrived.length, { timeout: 20_000 }).toBe(1);
    const payload = browser.opened(service.arrived[0]?.body ?? Buffer.alloc(0));
    const worker = await noticeWorker(context);
    expect(
      await pushedAndPressed(worker, JSON.stringify({ ...JSON.parse(payload), page: "/" })),
    ).toEqual({
      shown: [
        {
          title: "Riverbend Aligner Studio",
          body: "Notices reach this device. A new message looks like this.",
          data: { page: "/" },
        },
      ],
      opened: [`${portal}/`],
    });

    await devices.getByRole("button", { name: "Turn off here" }).click();
    await expect(devices.getByText("Notices are off.", { exact: false })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "On device" })).toBeHidden();
  } finally {
    await service.close();
    await forgetDevices(cast.hasDevices);
  }
});
