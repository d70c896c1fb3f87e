import type { BrowserContext, Page } from "@playwright/test";
import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { keptOn } from "./support/kept-on";
import { headersOf, openSession, portal, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ serviceWorkers: "allow", viewport: { width: 390, height: 844 } });

/** Opens home and waits until the phone keeps what belongs beside it. */
async function openAndKeep(page: Page, article: string): Promise<void> {
  await page.goto("/");
  await settled(page);
  await expect
    .poll(async () => (await keptOn(page)).pages, { message: "pages are kept", timeout: 40_000 })
    .toEqual(expect.arrayContaining(["/", "/treatment", "/care", article]));
}

/** The changes recorded since a moment, by their days: one row per arch. */
async function changesSince(at: Date) {
  return asOwner(async (client) => {
    const { patient_id: patientId } = await memberOf(client, cast.changesOffline);
    const { rows } = await client.query<{ on: string }>(
      `select changed_on::text as on from tenant.aligner_change
         where patient_id = $1 and undone_at is null and recorded_at >= $2`,
      [patientId, at],
    );
    return rows;
  });
}

/** The server's clock and the practice's yesterday; what a former run marked is taken back. */
async function begin(): Promise<{ at: Date; yesterday: string }> {
  const now = await asOwner(async (client) => {
    const { rows } = await client.query<{ at: Date; yesterday: string }>(
      `select app_now() as at, (app_now() at time zone zone)::date - 1 || '' as yesterday
         from identity.practice p join identity.login l on l.home_practice_id = p.id
         where l.login_name = $1`,
      [cast.changesOffline],
    );
    if (!rows[0]) throw new Error("no clock");
    return rows[0];
  });
  await takeBackChanges(new Date(now.at.getTime() - 12 * 3_600_000));
  return now;
}

async function takeBackChanges(since: Date): Promise<void> {
  await asOwner(async (client) => {
    const { patient_id: patientId } = await memberOf(client, cast.changesOffline);
    await client.query(
      `update tenant.aligner_change set undone_at = app_now()
         where patient_id = $1 and undone_at is null and recorded_at >= $2`,
      [patientId, since],
    );
  });
}

const notice = (page: Page) => page.getByText("You are offline", { exact: true });
const takeBack = (page: Page) =>
  page.getByRole("button", { name: /^Take back the change to / }).first();
const waits = (page: Page) => page.getByText("Waits to be sent");

async function markOn(page: Page, day: string): Promise<void> {
  await page
    .getByRole("button", { name: /^(It was on an earlier day|I changed already)$/ })
    .click();
  await page.getByLabel("Day of the change").fill(day);
  await page.getByRole("button", { name: "Save this day" }).click();
}

async function logOut(page: Page): Promise<void> {
  await page.locator("header summary").first().click();
  await page.getByRole("button", { name: "Log out" }).click();
}

async function offline(context: BrowserContext, is: boolean): Promise<void> {
  await context.setOffline(is);
}

test("R21: without a network a phone shows the treatment, keeps a change with its day, sends it once, and keeps nothing after logout", async ({
  page,
  context,
  checked,
}) => {
  const { at, yesterday } = await begin();
  await signIn(context, cast.changesOffline);
  await openAndKeep(page, "/care/cleaning");
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";

  await offline(context, true);
  await page.reload();
  await expect(notice(page)).toBeVisible();
  await expect(page.getByText(/^This is how things stood on /)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await checked(page, "home without a network");
  await page.getByRole("link", { name: "Treatment", exact: true }).click();
  await expect(page).toHaveURL(/\/treatment$/);
  await expect(notice(page)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Treatment" })).toBeVisible();
  await page.goto("/care");
  await page
    .getByRole("link", { name: /^Cleaning your aligners/ })
    .first()
    .click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Cleaning your aligners" }),
  ).toBeVisible();
  await expect(notice(page)).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await checked(page, "a page that is not kept");
  await page.getByRole("link", { name: "Home" }).click();

  await settled(page);
  await markOn(page, yesterday);
  const marked = page.getByText("Marked. It is sent when you are back online.");
  await expect(marked).toBeFocused();
  await expect(waits(page)).toBeVisible();
  await checked(page, "home with a change that waits");
  await page.reload();
  await expect(marked).toBeVisible();
  await expect(waits(page)).toBeVisible();
  const second = await context.newPage();
  await second.goto("/");
  await expect(waits(second)).toBeVisible();

  await offline(context, false);
  for (const tab of [page, second]) {
    await expect(waits(tab)).toBeHidden();
    await expect(notice(tab)).toBeHidden();
    await expect(takeBack(tab)).toBeVisible();
  }
  const changes = await changesSince(at);
  expect(changes.map(({ on }) => on)).toEqual([yesterday, yesterday]);
  await second.close();

  // Turned off, what was kept goes; turned on, it is kept again.
  await page.goto("/account");
  await settled(page);
  const keep = page.getByRole("checkbox", { name: /^Keep home, treatment and guidance/ });
  await keep.uncheck();
  await expect.poll(async () => (await keptOn(page)).pages).toEqual([]);
  await checked(page, "/account, keeping nothing");
  await keep.check();
  await openAndKeep(page, "/care/cleaning");

  await logOut(page);
  await expect(page).toHaveURL(/\/login/);
  expect(await keptOn(page)).toEqual({ pages: [], databases: [] });
  await offline(context, true);
  await page.goto("/").catch(() => null);
  await expect(page.getByRole("heading", { level: 1, name: title })).toHaveCount(0);
  await offline(context, false);
  await takeBackChanges(at);
});

test("R21: a kept change that is refused is shown with its reason; one that waits is not dropped by logging out unasked", async ({
  page,
  context,
  checked,
}) => {
  const { at, yesterday } = await begin();
  await signIn(context, cast.changesOffline);
  await openAndKeep(page, "/care/cleaning");
  await offline(context, true);
  await markOn(page, yesterday);
  await expect(waits(page)).toBeVisible();

  // Meanwhile the same was marked on another phone.
  const { token } = await openSession(cast.changesOffline);
  const headers = headersOf(token);
  const treatment = await (await fetch(`${portal}/api/treatment`, { headers })).json();
  for (const { arch, nextStage } of treatment.arches)
    if (nextStage)
      await fetch(`${portal}/api/treatment/aligner-changes`, {
        method: "POST",
        headers,
        body: JSON.stringify({ arch, stage: nextStage.number, changedOn: yesterday }),
      });
  await offline(context, false);
  await expect(page.getByText("This was not taken").first()).toBeVisible();
  await checked(page, "home with a change that was refused");
  const seen = page.getByRole("button", { name: /^Got it: / });
  for (const left of [2, 1]) {
    await expect(seen).toHaveCount(left);
    await seen.first().click();
  }
  await expect(page.getByText("This was not taken")).toHaveCount(0);
  await takeBackChanges(at);

  // The server cannot be reached for this one thing.
  await context.route("**/api/treatment/aligner-changes", (route) => route.abort());
  await page.goto("/");
  await settled(page);
  await markOn(page, yesterday);
  await expect(waits(page)).toBeVisible();
  await logOut(page);
  const asked = page.getByRole("dialog", { name: "A change has not been sent yet" });
  await expect(asked).toBeVisible();
  await checked(page, "the question before logging out");
  await asked.getByRole("button", { name: "Stay logged in" }).click();
  await expect(waits(page)).toBeVisible();

  // Somebody else logs in: they see nothing of it, and nothing of it is sent for them.
  await context.clearCookies();
  await signIn(context, cast.changesAligner);
  await page.goto("/");
  await settled(page);
  await expect(waits(page)).toBeHidden();
  await expect.poll(async () => (await keptOn(page)).pages).toContain("/");
  await context.unroute("**/api/treatment/aligner-changes");

  // The session ends elsewhere: the next answer clears the pages.
  await context.clearCookies();
  await page.goto("/");
  await expect.poll(async () => (await keptOn(page)).pages).toEqual([]);

  await signIn(context, cast.changesOffline);
  await page.goto("/");
  await expect(takeBack(page)).toBeVisible();
  expect((await changesSince(at)).map(({ on }) => on)).toContain(yesterday);
  await takeBackChanges(at);
});
