import type { Locator, Page, Request } from "@playwright/test";
import { cast } from "./support/cast";
import { leaveUnused, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

const { patient, staff, orthodontist } = cast.stepsAwayWhileTyping;
const ended = (page: Page) => page.getByRole("dialog", { name: "You are logged out" });

interface Typed {
  readonly field: Locator;
  readonly text: string;
}

/** Types, lets the session end with the page open, logs in again in another tab, and looks for every word. */
async function survives(page: Page, loginName: string, typed: readonly Typed[]): Promise<void> {
  for (const { field, text } of typed) await field.fill(text);
  await leaveUnused(page.context(), 31);
  await page.clock.fastForward(31 * 60_000);
  await expect(async () => {
    await page.clock.fastForward(2_000);
    await expect(ended(page)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  for (const { field, text } of typed) await expect(field).toHaveValue(text);
  await signIn(page.context(), loginName);
  const login = await page.context().newPage();
  await login.goto("/account");
  await expect(ended(page)).toBeHidden();
  for (const { field, text } of typed) await expect(field).toHaveValue(text);
  await login.close();
}

/** What the page has asked for and has no answer to yet; the live stream, which stays open, apart. */
function requestsOf(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>();
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/events")) underWay.add(request);
  });
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  return underWay;
}

async function open(page: Page, loginName: string, path: string) {
  const member = await signIn(page.context(), loginName);
  await page.clock.install();
  await page.goto(path);
  await settled(page);
  return member;
}

test("R18, R38: a message being written survives the session's end, and so does its draft", async ({
  page,
}) => {
  await open(page, patient, "/messages/new");
  const subject = `Before the pause ${Date.now()}`;
  const title = page.getByLabel("What is it about");
  const words = page.getByLabel("Your message");
  await survives(page, patient, [
    { field: title, text: subject },
    { field: words, text: "Typed before the end." },
  ]);
  // Coming back to the tab keeps what could not be kept while nobody was logged in.
  await words.pressSequentially(" And after it.");
  await page.clock.fastForward(2_000);
  await expect(async () => {
    const again = await page.context().newPage();
    await again.goto("/messages/new");
    try {
      // One opened before the draft had arrived never shows it: another is.
      await expect(again.getByLabel("Your message")).toHaveValue(
        "Typed before the end. And after it.",
        { timeout: 3_000 },
      );
    } finally {
      await again.close();
    }
  }).toPass({ timeout: 40_000 });
  await page.getByRole("button", { name: "Send message" }).click();
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);

  const answer = page.getByRole("textbox", { name: "Your message" });
  await survives(page, patient, [{ field: answer, text: "One more thing." }]);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("One more thing.").first()).toBeVisible();
});

test("R18: what a patient types about themselves and about a visit survives the session's end", async ({
  page,
}) => {
  await open(page, patient, "/account/profile");
  await survives(page, patient, [
    { field: page.getByLabel("Preferred name"), text: "Agnes M" },
    { field: page.getByLabel("Town"), text: "Exampleton" },
  ]);
  await page.goto("/appointments");
  const cancel = await page.locator("a[href*='/cancel']").first().getAttribute("href");
  await page.goto(cancel ?? "");
  await settled(page);
  await survives(page, patient, [
    { field: page.getByLabel(/Anything the practice should know/), text: "I am away that week." },
  ]);
});

test("R18: what the desk types in a dialog survives the session's end", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const member = await signIn(page.context(), patient);
  await open(page, staff, `/desk/records/${member.patient_id}`);
  await page.getByRole("button", { name: "Change", exact: true }).first().click();
  const dialog = page.getByRole("dialog", { name: "Change contact" });
  await survives(page, staff, [
    { field: dialog.getByLabel("Home phone"), text: "+49 30 901820" },
    { field: dialog.getByLabel("Work phone"), text: "+49 30 901821" },
  ]);
  await expect(dialog).toBeVisible();
});

test("R18: what an orthodontist answers survives the session's end", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const underWay = requestsOf(page);
  await open(page, orthodontist, "/doctor/inbox?show=all");
  await page.locator("a[href*='thread=']").first().click();
  await page.waitForURL(/thread=/);
  const answer = page.getByRole("textbox", { name: "Your answer" });
  await expect(answer).toBeVisible();
  await settled(page);
  // Reading it makes the page afresh, which after the session's end would lead to the login.
  await expect.poll(() => underWay.size).toBe(0);
  await survives(page, orthodontist, [{ field: answer, text: "Wear it two days longer." }]);
});
