import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { logIn, typePassword } from "./support/login";
import { codeTo, linkIn, mailTo, textCount } from "./support/outside";
import { forgetFailedLogins, passwordAsOf } from "./support/passwords";
import { emailOf } from "./support/session";
import { expect, test } from "./support/story";

test.describe("R11, R12, R13: a patient logs in with login name, password and a code by text", () => {
  test("and lands on their own home, and logs out again", async ({ page, checked }) => {
    const patient = demoLogin(cast.logsIn);
    await page.goto("/login");
    await checked(page, "/login");
    await logIn(page, patient, "/");
    await expect(
      page.getByRole("navigation").getByRole("link", { name: "Treatment" }),
    ).toBeVisible();

    await page.goto("/account");
    await checked(page, "/account");
    await page.locator("header summary").first().click();
    await page.getByRole("button", { name: "Log out" }).first().click();
    await page.waitForURL(/\/login|\/$/);
    await page.goto("/treatment");
    await expect(page).toHaveURL(/\/login/);
  });

  test("what was typed stays when the password is wrong, and the answer tells nothing", async ({
    page,
  }) => {
    await typePassword(page, cast.mistypes, "not the right words at all");
    const alert = page.getByRole("alert").filter({ hasText: /./ }).first();
    await expect(alert).toBeVisible();
    const known = await alert.textContent();
    await expect(page.getByLabel("Login name")).toHaveValue(cast.mistypes);
    await typePassword(page, "nobody.of.this.name", "not the right words at all");
    await expect(alert).toHaveText(known ?? "");
  });
});

test("R14: five wrong passwords lock the login, and the page helps", async ({
  page,
  anotherBrowser,
  checked,
}) => {
  const patient = demoLogin(cast.locksOut);
  await forgetFailedLogins(patient.loginName);
  const wrong = "not the right words at all";
  for (let tries = 0; tries < 5; tries += 1) await typePassword(page, patient.loginName, wrong);
  await typePassword(page, patient.loginName, patient.password);
  await expect(page.getByText(/locked/i).first()).toBeVisible();
  await expect(page.getByText(/1[45] min/)).toBeVisible();
  await expect(page.getByRole("link", { name: /call the practice/i }).first()).toBeVisible();
  await checked(page, "the locked login");

  // The same words for a name that nobody has.
  const stranger = await anotherBrowser();
  const nobody = `nobody.${Date.now()}`;
  for (let tries = 0; tries < 6; tries += 1) await typePassword(stranger, nobody, wrong);
  await expect(stranger.getByText(/locked/i).first()).toBeVisible();
  await expect(stranger.getByText(/1[45] min/)).toBeVisible();
});

test("R15: Forgot Password, a mail, a new password twice, and every other browser is logged out", async ({
  page,
  anotherBrowser,
  checked,
}) => {
  const patient = demoLogin(cast.forgetsPassword);
  await passwordAsOf(patient.loginName, cast.logsIn);
  const elsewhere = await anotherBrowser();
  await logIn(elsewhere, patient, "/");

  await elsewhere.goto("/account");
  const email = await emailOf(patient.loginName);
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot Password" }).first().click();
  await page.getByLabel("E-mail address").fill(email);
  await checked(page, "/forgot-password");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/spam/i)).toBeVisible();
  await checked(page, "/forgot-password, sent");

  const link = linkIn(await mailTo(email, /password/i), "/reset-password");
  await page.goto(link);
  await page.goto(link);
  await checked(page, "/reset-password");
  const renewed = "Quiet-Harbour-Thistle-19";
  await page.getByLabel("New password", { exact: true }).fill(renewed);
  await page.getByLabel("New password, once more").fill(renewed);
  await page.getByRole("button", { name: "Reset Password" }).click();
  await expect(page.getByText("Your new password is set").first()).toBeVisible();

  await elsewhere.goto("/treatment");
  await expect(elsewhere).toHaveURL(/\/login/);

  const before = await textCount(patient.mobile ?? "");
  await typePassword(page, patient.loginName, renewed);
  await page.getByLabel("Code").fill(await codeTo(patient.mobile ?? "", before));
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await page.waitForURL("/");

  await page.goto(link);
  await expect(page.getByText("This link no longer works")).toBeVisible();
});
