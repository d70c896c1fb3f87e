import type { BrowserContext, Page } from "@playwright/test";
import { cast } from "./support/cast";
import { childrenOf } from "./support/children";
import { asOwner, memberOf } from "./support/database";
import { keptOn } from "./support/kept-on";
import { portal, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ serviceWorkers: "allow", viewport: { width: 390, height: 844 } });

/** Opens a child's home and waits until the phone keeps what belongs beside it. */
async function openAndKeep(page: Page, patientId: string): Promise<void> {
  await page.goto(`/?patient=${patientId}`);
  await settled(page);
  const wanted = ["/", "/treatment", "/care", "/care/cleaning"];
  await expect
    .poll(async () => (await keptOn(page)).pages, { message: "pages are kept", timeout: 40_000 })
    .toEqual(expect.arrayContaining(wanted.map((path) => `${path}?patient=${patientId}`)));
}

/** Changes that stand of a guardian's child, of the last minutes. */
async function changesOf(patientId: string, takeBack = false): Promise<number> {
  return asOwner(async (client) => {
    await memberOf(client, cast.guardian);
    const lately = `patient_id = $1 and undone_at is null and recorded_at > app_now() - interval '10 minutes'`;
    const { rowCount } = await client.query(
      takeBack
        ? `update tenant.aligner_change set undone_at = app_now() where ${lately}`
        : `select from tenant.aligner_change where ${lately}`,
      [patientId],
    );
    return rowCount ?? 0;
  });
}

/** What the browser does by itself when the network is back and no page is open. */
async function wakeWorker(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const found = registrations.find(
        ({ scopeURL, isDeleted }) => !isDeleted && scopeURL === `${portal}/`,
      );
      if (found) resolve(found.registrationId);
    }),
  );
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.dispatchSyncEvent", {
    origin: portal,
    registrationId: await registered,
    tag: "archway-submissions",
    lastChance: false,
  });
  await devtools.detach();
}

/** Runs in the page: puts a copy under another address too. */
async function plantCopy([from = "", to = ""]: string[]): Promise<void> {
  for (const name of await caches.keys()) {
    const pages = await caches.open(name);
    const copy = await pages.match(from);
    if (copy) await pages.put(to, copy);
  }
}

test("R10, R21: without a network each of two children has their own pages, and a change goes to the child it was marked for, with no page open; a slow network shows the copy until it answers", async ({
  page,
  context,
  checked,
}) => {
  const [marked, other] = await childrenOf(cast.guardian);
  if (!marked || !other) throw new Error("two children");
  await changesOf(marked.id, true);
  await signIn(context, cast.guardian);
  await openAndKeep(page, other.id);
  await openAndKeep(page, marked.id);

  await context.setOffline(true);
  const banner = page.getByRole("banner");
  const notice = page.getByText("You are offline", { exact: true });
  await page.getByRole("button", { name: /^I changed to aligner / }).click();
  await expect(page.getByText("Marked. It is sent when you are back online.")).toBeFocused();
  const waits = page.getByText(new RegExp(`^${marked.firstName} .+: .*ligner .+, changed on `));
  await expect(waits.first()).toBeVisible();
  await banner.locator("summary", { hasText: marked.firstName }).click();
  await banner.getByRole("link", { name: other.firstName }).click();
  await expect(page).toHaveURL(`/?patient=${other.id}`);
  await expect(notice).toBeVisible();
  await expect(banner.locator("summary", { hasText: other.firstName })).toBeVisible();
  await expect(page.getByText("Marked. It is sent when you are back online.")).toHaveCount(0);
  await expect(waits.first()).toBeVisible();
  await checked(page, "a child's home while the other's change waits");
  await page.getByRole("navigation").getByRole("link", { name: "Treatment" }).first().click();
  await expect(page).toHaveURL(`/treatment?patient=${other.id}`);
  await expect(notice).toBeVisible();
  await page.goto(`/messages?patient=${other.id}`);
  await page.getByRole("link", { name: "Care and answers" }).click();
  await expect(page).toHaveURL(`/care?patient=${other.id}`);

  // No page is open any more; the browser wakes the worker once the network is back.
  const elsewhere = await context.newPage();
  await page.close();
  await context.setOffline(false);
  await wakeWorker(context, elsewhere);
  await expect.poll(() => changesOf(marked.id)).toBeGreaterThan(0);
  const sent = await changesOf(marked.id);
  expect(await changesOf(other.id)).toBe(0);

  // The network is back but slow: the copy meanwhile, then the page as it is.
  let answer = () => {};
  const answering = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await context.route(
    (url) => url.pathname === "/" || url.pathname === "/api/auth/session",
    async (route) => {
      await answering;
      await route.continue();
    },
  );
  await elsewhere.goto(`/?patient=${marked.id}`);
  const slow = elsewhere.getByText("Your connection is slow", { exact: true });
  await expect(slow).toBeVisible();
  await expect(elsewhere.getByText(/^This is how things stood on /)).toBeVisible();
  await checked(elsewhere, "a copy while the network is slow");
  answer();
  await expect(slow).toBeHidden();
  await expect(
    elsewhere.getByRole("button", { name: /^Take back the change to / }).first(),
  ).toBeVisible();
  expect(await changesOf(marked.id)).toBe(sent);
  await changesOf(marked.id, true);

  // A copy of a child who is no longer theirs goes as soon as the server says so.
  const [own = "", foreign = ""] = [marked.id, "01a0f259-358f-7110-a3eb-c0189a4c36bb"].map(
    (id) => `/treatment?patient=${id}`,
  );
  await elsewhere.evaluate(plantCopy, [own, foreign]);
  expect((await keptOn(elsewhere)).pages).toContain(foreign);
  await elsewhere.goto(foreign);
  await expect.poll(async () => (await keptOn(elsewhere)).pages).not.toContain(foreign);

  // The session ends: nothing of either child stays.
  await context.clearCookies();
  await elsewhere.goto("/login");
  await expect.poll(async () => (await keptOn(elsewhere)).pages).toEqual([]);
});
