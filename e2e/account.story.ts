import type { Locator, Page } from "@playwright/test";
import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { typePassword } from "./support/login";
import { codeTo, linkIn, mailTo, textCount, textsTo } from "./support/outside";
import { passwordAsOf } from "./support/passwords";
import { emailOf, leaveUnused, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test("R17, S8: a new e-mail address is confirmed by its link, and undone from the former one without a login", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const former = await emailOf(cast.changesEmail);
  const fresh = `lucia.${Date.now()}@example.org`;
  await signIn(context, cast.changesEmail);
  await page.goto("/account");
  await checked(page, "/account");
  await page.getByRole("link", { name: "E-mail address" }).first().click();
  await page.waitForURL("/account/email");
  await page.getByLabel("New e-mail address").fill(fresh);
  await checked(page, "/account/email");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: `Waiting for ${fresh}` })).toBeVisible();
  await expect(page.getByText(former)).toBeVisible();
  await checked(page, "/account/email, waiting");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText(/Wait \d+ seconds/)).toBeVisible();

  const link = linkIn(await mailTo(fresh, /confirm your new/i), "/account/email/confirm");
  await page.goto(link);
  await page.goto(link);
  await checked(page, "/account/email/confirm");
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByRole("heading", { name: "Your new address is in use" })).toBeVisible();
  await page.goto("/account/email");
  await expect(page.getByText(fresh)).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("This link has done its work already.")).toBeVisible();

  const stranger = await anotherBrowser();
  const undo = linkIn(await mailTo(former, /address was changed/i), "/undo-email-change");
  await stranger.goto(undo);
  await stranger.goto(undo);
  await checked(stranger, "/undo-email-change");
  await stranger.getByRole("button", { name: "Keep this address" }).click();
  await expect(stranger.getByRole("heading", { name: /This is your address/ })).toBeVisible();
  await page.goto("/account/email");
  await expect(page).toHaveURL(/\/login/);
  await signIn(context, cast.changesEmail);
  await page.goto("/account/email");
  await expect(page.getByText(former)).toBeVisible();
});

test("R17, S8: a new mobile number takes effect with the code that came to it; the former one is told", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.changesMobile);
  await page.goto("/account/mobile");
  await checked(page, "/account/mobile");
  const shown = (await page.locator("[data-present]").textContent()) ?? "";
  const former = shown.replaceAll(" ", "");
  // There and back again, run after run.
  const fresh = former === "+46701740691" ? "+46701740692" : "+46701740691";
  const number = page.getByLabel("New mobile number");
  await number.fill("+49 30 901820");
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByText("This is not a mobile number.").first()).toBeVisible();
  await checked(page, "/account/mobile, refused");
  const before = await textCount(fresh);
  const told = await textCount(former);
  await number.fill(fresh);
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  await checked(page, "/account/mobile, code");
  // The code is awaited also after the page was loaded anew, and in a second tab.
  await page.reload();
  await page.getByLabel("Code").fill(await codeTo(fresh, before));
  await page.getByRole("button", { name: "Use this number" }).click();
  await expect(page.getByText("Your new number is in use.")).toBeVisible();
  await expect(page.locator("[data-present]")).toHaveText(
    fresh.replace(/(...)(..)(...)(..)(..)/, "$1 $2 $3 $4 $5"),
  );
  await expect.poll(() => textCount(former), { timeout: 20_000 }).toBeGreaterThan(told);
  expect((await textsTo(former))[0]?.body).toMatch(/another number/);
});

test("R16, R17: a new password for the present one ends every other browser", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const patient = demoLogin(cast.changesPassword);
  await passwordAsOf(patient.loginName, cast.logsIn);
  const elsewhere = await anotherBrowser();
  await signIn(elsewhere.context(), patient.loginName);
  await elsewhere.goto("/account/sessions");
  await checked(elsewhere, "/account/sessions");
  await signIn(context, patient.loginName);
  await page.goto("/account/password");
  await checked(page, "/account/password");
  const renewed = "Quiet-Harbour-Thistle-20";
  const type = async (present: string) => {
    await page.getByLabel("Present password").fill(present);
    await page.getByLabel("New password", { exact: true }).fill(renewed);
    await page.getByLabel("New password again").fill(renewed);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await type("not the right words");
  await expect(page.getByText("This is not your present password.").first()).toBeVisible();
  await checked(page, "/account/password, refused");
  await type(patient.password);
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await elsewhere.goto("/treatment");
  await expect(elsewhere).toHaveURL(/\/login/);
  await page.goto("/account/sessions");
  await expect(page.getByText("You are logged in here only.")).toBeVisible();
  await typePassword(elsewhere, patient.loginName, renewed);
  await expect(elsewhere.getByLabel("Code")).toBeVisible();
});

test("R17: details go to the practice, and choices of what to be told are kept", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.changesDetails);
  await page.goto("/account/profile");
  await checked(page, "/account/profile");
  const town = `Exampleton ${Date.now()}`;
  await page.getByLabel("Town").fill(town);
  await page.getByLabel("Home phone").fill("12");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/does not look like a phone number/).first()).toBeVisible();
  await page.getByLabel("Home phone").fill("+49 30 901820");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. The practice is told.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Town")).toHaveValue(town);
  await expect(page.getByLabel("Home phone")).toHaveValue("+49 30 901820");

  await page.goto("/account/notifications");
  await checked(page, "/account/notifications");
  const box = page.getByRole("checkbox", { name: "By mail" }).first();
  const before = await box.isChecked();
  await box.setChecked(!before);
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(box).toBeChecked({ checked: !before });
});

const minutes = 60_000;
const warning = (page: Page) => page.getByRole("dialog", { name: "Are you still there?" });
const ended = (page: Page) => page.getByRole("dialog", { name: "You are logged out" });

/** Lets the page's own clock run on until it shows something; the server's word decides what. */
async function waitFor(page: Page, shown: Locator, forMinutes: number): Promise<void> {
  await page.clock.fastForward(forMinutes * minutes);
  await expect(async () => {
    await page.clock.fastForward(2_000);
    await expect(shown).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
}

test("R18: the warning two minutes before the end, and staying in one tab is staying in all", async ({
  page,
  context,
}) => {
  await signIn(context, cast.stepsAway);
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) {
    await tab.clock.install();
    await tab.goto("/account/password");
    await settled(tab);
  }
  await leaveUnused(context, 28);
  for (const tab of tabs) await waitFor(tab, warning(tab), 28);
  await page.getByRole("button", { name: "Stay logged in" }).click();
  for (const tab of tabs) await expect(warning(tab)).toBeHidden();
});

test("R18: after the end the page says so, and what was typed survives the next login", async ({
  page,
  context,
}) => {
  await signIn(context, cast.stepsAway);
  await page.clock.install();
  await page.goto("/account/profile");
  await settled(page);
  const name = `Mira ${Date.now() % 1000}`;
  await page.getByLabel("Preferred name").fill(name);
  await leaveUnused(context, 31);
  await waitFor(page, ended(page), 31);
  await expect(ended(page).getByRole("link", { name: "Log in again" })).toHaveAttribute(
    "href",
    /next=%2Faccount%2Fprofile/,
  );

  // The login itself, in another tab: this one learns of it by itself.
  await signIn(context, cast.stepsAway);
  const login = await context.newPage();
  await login.goto("/account");
  await expect(ended(page)).toBeHidden();
  await expect(page.getByLabel("Preferred name")).toHaveValue(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. The practice is told.")).toBeVisible();
});
