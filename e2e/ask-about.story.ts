import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { logIn } from "./support/login";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

const wide = { viewport: { width: 1280, height: 800 } };
const chip = (page: Page, name: RegExp) => page.getByRole("link", { name }).first();

async function send(page: Page, words: string): Promise<void> {
  await page.getByLabel("Your message").fill(words);
  await page.getByRole("button", { name: "Send message" }).click();
}

test("R37: a patient asks about a visit, the practice writes about an aligner, and nobody begins the same twice", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const question = `How long will it take? ${Date.now()}`;
  await signIn(context, cast.asksAboutVisit);
  await page.goto("/appointments");
  await page
    .getByRole("link", { name: /^Ask about this visit/ })
    .first()
    .click();
  await page.waitForURL(/\/messages\/new\?about=visit/);
  await expect(page.getByText(/^About: Visit on /)).toBeVisible();
  await expect(page.getByLabel("What is it about")).toHaveValue(/^Visit on /);
  await checked(page, "/messages/new about a visit");
  const asked = page.url();
  await send(page, question);
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);
  const thread = page.url();
  await expect(chip(page, /^About: Visit on /)).toBeVisible();

  await page.goto(asked);
  await expect(page.getByText("There is a conversation about this already.")).toBeVisible();
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page).toHaveURL(thread);

  const doctor = await anotherBrowser(wide);
  await signIn(doctor.context(), cast.orthodontistWhoWritesFirst);
  await doctor.goto(`/doctor/inbox?show=all&whose=all&thread=${thread.split("/").at(-1)}`);
  await settled(doctor);
  await chip(doctor, /^About: Visit on /).click();
  await doctor.waitForURL(/\/doctor\/diary\?on=/);

  const patientId = await patientOf(cast.asksAboutVisit);
  await doctor.goto(`/doctor/patients/${patientId}`);
  await doctor
    .getByRole("link", { name: /^Write about this(?! visit)/ })
    .filter({ visible: true })
    .first()
    .click();
  await doctor.waitForURL(/\/doctor\/inbox\/new\?patient=.*about=stage/);
  await settled(doctor);
  await checked(doctor, "/doctor/inbox/new about a stage");
  await doctor.getByLabel("Your message").focus();
  await doctor.getByRole("button", { name: "Templates" }).click();
  await expect(doctor.getByRole("dialog").getByRole("combobox")).toBeVisible();
  await doctor.keyboard.press("Escape");
  const words = `Wear this one a day longer. ${Date.now()}`;
  await send(doctor, words);
  await doctor.waitForURL(/thread=/);
  await expect(doctor.getByText(words).last()).toBeVisible();

  // The mail about it leads a patient who is logged out through the login to the very thread.
  const id = new URL(doctor.url()).searchParams.get("thread");
  const away = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await away.goto(`/messages/${id}`);
  await away.waitForURL(/\/login\?/);
  await logIn(away, demoLogin(cast.asksAboutVisit), `/messages/${id}`, away.url());
  await expect(away.getByText(words)).toBeVisible();
  await expect(chip(away, /^About: /)).toBeVisible();
});

test("R37, R52: the desk writes first from a record, and is told where nobody could read it", async ({
  page,
  context,
  checked,
}) => {
  await page.setViewportSize(wide.viewport);
  await signIn(context, cast.staffAtRiverbend);
  await page.goto(`/desk/records/${await patientOf(cast.isWrittenToFirst)}`);
  await page.getByRole("link", { name: "Write a message" }).click();
  await page.waitForURL(/\/desk\/inbox\/new/);
  await settled(page);
  await checked(page, "/desk/inbox/new");
  const words = `Your trays are here. ${Date.now()}`;
  await page.getByLabel("What is it about").fill("Your trays");
  await send(page, words);
  await page.waitForURL(/\/desk\/inbox\?.*thread=/);
  await expect(page.getByText(words).last()).toBeVisible();
});
