import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { threadOf } from "./support/patients";
import { leaveUnused, minutesUnused, portal, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

const entry = (page: Page, name: RegExp) =>
  page.getByRole("navigation").getByRole("link", { name }).first();
// A phone has the number on the entry's picture, before its word.
const oneUnread = (page: Page) => entry(page, /^(Messages\s*1 unread|1 unread\s*Messages)$/);
const noneUnread = (page: Page) => entry(page, /^Messages$/);
const answer = (page: Page) => page.getByRole("textbox", { name: "Your answer" });
const send = (page: Page) => page.getByRole("button", { name: "Send", exact: true });

/** Everything that was written to somebody counts as read: the story begins at none. */
async function readEverything(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const {
      person_id: personId,
      patient_id: patientId,
      practice_id: practiceId,
    } = await memberOf(client, loginName);
    await client.query(
      `insert into tenant.thread_reader (practice_id, thread_id, person_id, read_up_to, read_at)
         select practice_id, id, $1, message_count, app_now() from tenant.thread where patient_id = $2 and practice_id = $3
         on conflict (practice_id, thread_id, person_id) do update set read_up_to = excluded.read_up_to`,
      [personId, patientId, practiceId],
    );
  });
}

test("R38: unread counts and receipts stay true in several tabs, without reloading, and a revoked session's tabs hear no more", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const words = `Wear it two days longer. ${Date.now()}`;
  await readEverything(cast.writesInTwoTabs);
  const member = await signIn(context, cast.writesInTwoTabs);
  const thread = await threadOf(cast.writesInTwoTabs);
  await page.goto("/treatment");
  const second = await context.newPage();
  await second.goto("/appointments");
  const list = await context.newPage();
  await list.goto("/messages");
  await settled(list);
  await expect(noneUnread(page)).toBeVisible();

  const doctor = await anotherBrowser({ viewport: { width: 1280, height: 800 } });
  await signIn(doctor.context(), cast.orthodontistAtRiverbend);
  await doctor.goto(`/doctor/inbox?show=all&whose=all&thread=${thread}`);
  await settled(doctor);
  await answer(doctor).fill(words);
  await leaveUnused(context, 10);
  await send(doctor).dblclick();
  await expect(doctor.getByRole("log").getByText(words)).toHaveCount(1);
  await expect(list.getByText(words)).toBeVisible();
  // S10: a page that news make anew, with nobody before it, keeps no session alive.
  expect(await minutesUnused(cast.writesInTwoTabs)).toBeGreaterThanOrEqual(10);

  await expect(oneUnread(page)).toBeVisible();
  await expect(oneUnread(second)).toBeVisible();
  await page.goto(`/messages/${thread}`);
  await expect(page.getByText("New messages", { exact: true })).toBeVisible();
  await expect(page.getByRole("log").getByText(words)).toHaveCount(1);
  await checked(page, "a thread with something new");
  await expect(noneUnread(second)).toBeVisible();
  await expect(doctor.getByText(/^Read by .+ at \d\d:\d\d$/).last()).toBeVisible();

  await asOwner((client) =>
    client.query(
      "update identity.session set ended_at = app_now(), ended_by = 'revoked' where login_id = $1",
      [member.login_id],
    ),
  );
  await expect(page.getByText("You are logged out. What you typed is kept.")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ serviceWorkers: "allow", viewport: { width: 390, height: 844 } });

  test("R38: a message written without a network stays on the phone, goes out later exactly once, with its true time, and nothing stays after logout", async ({
    page,
    context,
    anotherBrowser,
    checked,
  }) => {
    const words = `Written on the train. ${Date.now()}`;
    await signIn(context, cast.writesOnTheTrain);
    const thread = await threadOf(cast.writesOnTheTrain);
    await page.goto(`/messages/${thread}`);
    await settled(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await settled(page);
    // The network is gone for as long as the phone's clock then says.
    await page.clock.setFixedTime(Date.now() - 5 * 60_000);
    await context.setOffline(true);
    await page.getByLabel("Your message").fill(words);
    await send(page).click();
    const kept = page.getByText("Kept on this device. It is sent when you are back online.");
    await expect(kept).toBeVisible();
    await checked(page, "a message kept for later");

    await context.setOffline(false);
    await page.goto("/");
    const doctor = await anotherBrowser({ viewport: { width: 1280, height: 800 } });
    await signIn(doctor.context(), cast.orthodontistAtRiverbend);
    await doctor.goto(`/doctor/inbox?show=all&whose=all&thread=${thread}`);
    const arrived = doctor.getByRole("article").filter({ hasText: words });
    await expect(arrived).toHaveCount(1);
    await expect(arrived).toContainText(/Written \d\d:\d\d.*, sent \d\d:\d\d/);

    await page.goto(`/messages/${thread}`);
    await expect(page.getByRole("log").getByText(words)).toHaveCount(1);
    await page.locator("header summary").first().click();
    await page.getByRole("button", { name: "Log out" }).click();
    await expect(page).toHaveURL(new RegExp(`^${portal}/(login|\\?|$)`));
    await expect
      .poll(() =>
        page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).join()),
      )
      .not.toContain("archway-kept");
  });
});
