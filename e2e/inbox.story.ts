import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

/** Chooses one of the lists by its name. */
async function choose(page: Page, name: RegExp) {
  await page.locator("summary").filter({ hasText: "List:" }).click();
  await page.getByRole("list", { name: "List" }).getByRole("link", { name }).click();
}

test("R37, R40: the desk's inbox fills by itself, is walked by keys, and each list has what belongs there", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const subject = `Retainer ${Date.now()}`;
  const line = page.locator("a[data-list-item]").filter({ hasText: subject });
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(context, cast.staffAtRiverbend);
  await page.goto("/desk/inbox");
  await settled(page);
  await checked(page, "/desk/inbox");

  const patient = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(patient.context(), cast.asksTheDesk);
  await patient.goto("/messages/new");
  await settled(patient);
  await patient.getByRole("textbox", { name: "What is it about" }).fill(subject);
  await patient.getByRole("textbox", { name: "Your message" }).fill("Is it ready?");
  await patient.getByRole("button", { name: "Send message" }).click();
  await patient.waitForURL(/messages\/[0-9a-f-]{36}/);
  await expect(line).toBeVisible();

  await page.keyboard.press("j");
  await expect(page.locator("a[data-list-item]").first()).toBeFocused();
  await line.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/thread=/);
  await expect(page.locator("#open-thread")).toBeVisible();
  await settled(page);
  await page.keyboard.press("a");
  await page.getByRole("button", { name: /\(me\)/ }).click();
  await expect(line.getByText("Assigned to")).toBeAttached();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(line).toHaveCount(0);

  await choose(page, /^Snoozed/);
  await page.waitForURL(/show=snoozed/);
  await expect(line.getByText(/^Back .*08:00/)).toBeVisible();
  await checked(page, "/desk/inbox with what is snoozed");

  await patient.getByRole("textbox", { name: "Your message" }).fill("Hello again");
  await patient.getByRole("button", { name: "Send", exact: true }).click();
  await expect(line).toHaveCount(0);
  await choose(page, /^Needs answer/);
  await page.waitForURL((url) => !url.searchParams.has("show"));
  await line.click();
  await page.waitForURL(/thread=/);
  await settled(page);
  await page.keyboard.press("e");
  await expect(line).toHaveCount(0);
  await choose(page, /^Closed/);
  await expect(line).toBeVisible();
});
