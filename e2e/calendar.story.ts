import { readFile } from "node:fs/promises";
import { cast } from "./support/cast";
import { mailTo } from "./support/outside";
import { emailOf, signIn } from "./support/session";
import { expect, test } from "./support/story";

const clock = /^\d{1,2}[:.]\d{2}/;

test("R34: a booked visit goes into the calendar by mail, as a file, and by a private address until it is removed", async ({
  page,
  context,
  checked,
}) => {
  const email = await emailOf(cast.keepsCalendar);
  await signIn(context, cast.keepsCalendar);
  await page.goto("/appointments/new");
  await page.getByRole("link").filter({ hasText: /min/ }).first().click();
  const suggested = page.getByRole("region", { name: "Suggested times" });
  await suggested.getByRole("button", { name: clock }).last().click();
  await page.getByRole("button", { name: /Book this visit|Ask for this visit/ }).click();
  const add = page.getByRole("link", { name: /^Add to my calendar/ });
  await expect(add).toBeVisible();
  await checked(page, "/appointments/new, done");
  const [file] = await Promise.all([page.waitForEvent("download"), add.click()]);
  expect(file.suggestedFilename()).toMatch(/^visit-\d{4}-\d\d-\d\d\.ics$/);
  const invite = await readFile(await file.path(), "utf8");
  expect(invite).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+SUMMARY:Visit at [\s\S]+END:VCALENDAR\r\n$/);
  const uid = /^UID:(.+(?:\r\n .+)*)/m.exec(invite)?.[1] ?? "";
  const mail = await mailTo(email, /visit/i);
  expect(mail.attachments.map(({ name }) => name)).toContain("invite.ics");

  await page.goto("/account/calendar");
  await checked(page, "/account/calendar");
  await page.getByRole("button", { name: /^Make a (calendar|new) address$/ }).click();
  const address = await page.getByLabel("Private address").inputValue();
  await checked(page, "/account/calendar, made");
  await expect(page.getByRole("link", { name: "Open in my calendar" })).toHaveAttribute(
    "href",
    /^webcal:\/\//,
  );
  // As a calendar program asks: without a cookie.
  const feed = await fetch(address);
  expect(feed.status).toBe(200);
  expect(await feed.text()).toContain(uid);
  const tag = feed.headers.get("etag") ?? "";
  expect((await fetch(address, { headers: { "if-none-match": tag } })).status).toBe(304);

  await page.getByRole("button", { name: "I have added it" }).click();
  await expect(page.getByText(/A calendar last asked for it on/)).toBeVisible();
  await expect(page.getByText(address)).toHaveCount(0);
  await checked(page, "/account/calendar, in use");
  await page.getByRole("button", { name: "Remove the address" }).click();
  await expect(page.getByText("The address is removed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a calendar address" })).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
});
