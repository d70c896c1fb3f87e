import sharp from "sharp";
import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { logIn } from "./support/login";
import { mailTo } from "./support/outside";
import { emailOf, signIn } from "./support/session";
import { expect, test } from "./support/story";

test("R37 to R39: a message with a photo, the orthodontist's answer, and it arrives by itself", async ({
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
  const photo = await sharp({
    create: { width: 640, height: 480, channels: 3, background: "#d8e8e4" },
  })
    .jpeg()
    .toBuffer();
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

  // Nothing was reloaded.
  await expect(page.getByText(answer)).toBeVisible();
  const mail = await mailTo(await emailOf(cast.writes), /message/i);
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain("edge");
});
