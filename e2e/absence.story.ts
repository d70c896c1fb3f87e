import type { Locator, Page } from "@playwright/test";
import { cast } from "./support/cast";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

const replyWords =
  "Thank you. I am at a congress this week; for anything urgent call the practice.";
const wide = { viewport: { width: 1280, height: 800 } };
const automatic = (page: Page) => page.getByRole("article").filter({ hasText: replyWords });

async function send(page: Page, words: string): Promise<void> {
  await page.getByLabel("Your message").fill(words);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("log").getByText(words)).toBeVisible();
}

async function backOn(dialog: Locator, on: string): Promise<void> {
  const group = dialog.getByRole("group", { name: "Back on" });
  const [year = "", month = "", day = ""] = on.split("-");
  await group.getByLabel("Day").fill(day);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
}

test("R39, R40: an absent orthodontist's patient reads who answers and is answered once by itself; the colleague finds the thread", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const subject = `The case of my aligners ${Date.now()}`;
  const away = await anotherBrowser(wide);
  await signIn(away.context(), cast.isAway);
  await away.goto("/doctor/inbox/absence");
  await away.getByRole("button", { name: "Set days away" }).click();
  const dialog = away.getByRole("dialog", { name: "Set days away" });
  const first = await dialog.locator("input[name=fromOn]").inputValue();
  await backOn(dialog, first);
  await dialog.getByLabel("Who looks after").selectOption({ label: "Dr Caleb Whitmore" });
  await dialog.getByLabel("Automatic reply").fill(replyWords);
  await dialog.getByRole("button", { name: "Set days away" }).click();
  await expect(dialog.getByText(/must come after the first day/).first()).toBeVisible();
  await expect(dialog.getByLabel("Automatic reply")).toHaveValue(replyWords);
  await backOn(dialog, daysAfter(first, 7));
  await dialog.getByRole("button", { name: "Set days away" }).click();
  await expect(away.getByText("Away now")).toBeVisible();
  await checked(away, "/doctor/inbox/absence");

  await signIn(context, cast.writesToWhoIsAway);
  await page.goto("/messages/new");
  await expect(page.getByText(/Naomi Delacroix is away and back on /)).toBeVisible();
  await expect(page.getByText(/Until then .*Caleb Whitmore answers your messages/)).toBeVisible();
  await checked(page, "/messages/new during an absence");
  await page.getByLabel("What is it about").fill(subject);
  await page.getByLabel("Your message").fill("It does not close any more.");
  await page.getByRole("button", { name: "Send message" }).click();
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);
  await expect(automatic(page)).toContainText("Automatic reply");
  await send(page, "The lid is broken too.");
  await expect(automatic(page)).toHaveCount(1);
  await checked(page, "/messages/<id> during an absence");

  const colleague = await anotherBrowser(wide);
  await signIn(colleague.context(), cast.orthodontistAtRiverbend);
  await colleague.goto("/doctor/inbox");
  await settled(colleague);
  await expect(colleague.getByText(/You look after .*Naomi Delacroix’s patients/)).toBeVisible();
  await expect(colleague.getByRole("link", { name: new RegExp(subject) }).first()).toBeVisible();
  await checked(colleague, "/doctor/inbox of who looks after a colleague's patients");

  const now = away.getByRole("listitem").filter({ hasText: "Away now" });
  await now.getByRole("button", { name: /^Take back the days away/ }).click();
  await away.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(away.getByText("Away now")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/is away and back on/)).toHaveCount(0);
});

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
