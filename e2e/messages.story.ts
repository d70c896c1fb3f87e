import type { Page } from "@playwright/test";
import sharp from "sharp";
import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { logIn } from "./support/login";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

const photoOf = (background: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();

test("R37, R38: a message with a photo, the orthodontist's answer, and it arrives by itself", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const subject = "The edge of my tray";
  const words = "The edge on the left feels sharp since this morning.";
  await signIn(context, cast.writes);
  await page.goto("/messages");
  await checked(page, "/messages");
  await page.getByRole("link", { name: "Write a message" }).first().click();
  await page.waitForURL("/messages/new");
  await checked(page, "/messages/new");
  await page.getByLabel("What is it about").fill(subject);
  await page.getByLabel("Your message").fill(words);
  const photo = await photoOf("#d8e8e4");
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "edge.jpg", mimeType: "image/jpeg", buffer: photo });
  await expect(page.locator("img[src*='/api/uploads/']").first()).toBeVisible();
  await page.getByRole("button", { name: "Send message" }).click();
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);
  await expect(page.getByText(words)).toBeVisible();
  await checked(page, "/messages/<id>");

  const inbox = await anotherBrowser({ viewport: { width: 1280, height: 800 } });
  await logIn(inbox, demoLogin(cast.orthodontistWhoAnswers), "/doctor");
  await checked(inbox, "/doctor");
  await inbox.goto("/doctor/inbox");
  await inbox
    .getByRole("link", { name: new RegExp(subject) })
    .first()
    .click();
  await inbox.waitForURL(/thread=/);
  await expect(inbox.getByText(words).last()).toBeVisible();
  await checked(inbox, "/doctor/inbox");
  const answer = "Thank you. File the edge gently, and show it at your next visit.";
  await inbox.getByRole("textbox", { name: "Your answer" }).fill(answer);
  await inbox.getByRole("button", { name: "Send", exact: true }).click();
  await expect(inbox.getByText(answer).first()).toBeVisible();

  // R37: found again by its words, and opened where they stand.
  await inbox.getByRole("searchbox", { name: "Search messages" }).fill("SHARP sincé");
  await inbox.keyboard.press("Enter");
  await inbox.waitForURL(/q=SHARP/);
  await inbox
    .getByRole("list", { name: "Messages found" })
    .getByRole("link", { name: new RegExp(subject) })
    .first()
    .click();
  await inbox.waitForURL(/at=1/);
  await expect(inbox.locator("article[aria-current='true']")).toContainText(words);
  await checked(inbox, "/doctor/inbox with what a search found");

  // Nothing was reloaded.
  await expect(page.getByText(answer)).toBeVisible();

  // S15: what did not arrive stops the message, and says what to do.
  const box = page.getByRole("textbox", { name: "Your message" });
  const send = page.getByRole("button", { name: "Send", exact: true });
  const files = page.locator('input[type="file"]').first();
  const broken = { name: "broken.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no photo") };
  await box.fill("And this is how it looks now.");
  await files.setInputFiles(broken);
  await expect(page.getByText(/^Not attached/)).toBeVisible();
  await send.click();
  await expect(page.getByText("One file is not attached.")).toBeVisible();
  const remove = page.getByRole("button", { name: "Remove broken.jpg" });
  await expect(remove).toBeFocused();
  await expect(box).toHaveValue("And this is how it looks now.");
  await checked(page, "/messages/<id> with a file that was refused");
  await remove.click();

  // A lost connection: again by hand, and by itself.
  const uploads = "**/api/uploads?*";
  await page.route(uploads, (route) => route.abort());
  await files.setInputFiles({ name: "now.jpg", mimeType: "image/jpeg", buffer: photo });
  const again = page.getByRole("button", { name: "Try again to attach now.jpg" });
  await again.click();
  await expect(again).toBeVisible();
  await send.click();
  await expect(again).toBeFocused();
  await page.unroute(uploads);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText("Ready to send")).toBeVisible();
  await send.click();
  await expect(page.getByText("And this is how it looks now.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Open photo now.jpg" }).first()).toBeVisible();

  // R38: two tabs with one draft lose nobody's words, and send them once.
  const keptIn = (tab: Page) =>
    tab.waitForResponse((answer) => answer.url().endsWith("/api/drafts") && answer.ok());
  const second = await context.newPage();
  await second.goto(page.url());
  const secondBox = second.getByRole("textbox", { name: "Your message" });
  await settled(second);
  let kept = keptIn(page);
  await box.fill("Is Friday soon enough");
  await kept;
  kept = keptIn(second);
  await secondBox.fill("Or on Monday");
  await kept;
  await expect(secondBox).toHaveValue("Or on Monday\nIs Friday soon enough");
  await expect(second.getByText("You also wrote in another tab.")).toBeVisible();
  await checked(second, "/messages/<id> with words of two tabs");
  await page.reload();
  await expect(box).toHaveValue("Or on Monday\nIs Friday soon enough");
  kept = keptIn(page);
  await files.setInputFiles({ name: "later.jpg", mimeType: "image/jpeg", buffer: photo });
  await kept;
  await page.reload();
  await expect(page.getByText("later.jpg")).toBeVisible();
  await expect(page.getByText("Ready to send")).toBeVisible();
  await send.click();
  await expect(page.getByRole("button", { name: "Open photo later.jpg" }).first()).toBeVisible();
  await expect(second.getByText("You sent this from another tab.")).toBeVisible();
  await expect(secondBox).toHaveValue("");
});
