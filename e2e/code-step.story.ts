import { cast } from "./support/cast";
import { codeSentEarlier, lockEnds, loginRunsOut, spendTheCode } from "./support/codes";
import { demoLogin } from "./support/demo";
import { typePassword } from "./support/login";
import { codeTo, textCount } from "./support/outside";
import { forgetFailedLogins } from "./support/passwords";
import { expect, test } from "./support/story";

test("R13: the phone drops the page at the code step; opened again, it asks for the same code", async ({
  page,
  checked,
}) => {
  const patient = demoLogin(cast.comesBackToCode);
  const mobile = patient.mobile ?? "";
  const before = await textCount(mobile);
  await typePassword(page, patient.loginName, patient.password);
  const field = page.getByLabel("Code", { exact: true });
  await expect(field).toBeFocused();
  await codeTo(mobile, before);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  await expect(field).toBeFocused();
  await expect(page).toHaveTitle("Enter the code · Archway");
  await checked(page, "the code step, opened again");

  // Left on purpose, the login is over: the page starts anew, and so does the one opened after it.
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByLabel("Login name")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Login name")).toBeVisible();
  expect(await textCount(mobile)).toBe(before + 1);

  await typePassword(page, patient.loginName, patient.password);
  const code = await codeTo(mobile, before + 1);
  await page.goto("/login");
  await field.fill(code);
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await page.waitForURL("/");
});

test("R13: a login that ran out says so, and begins with the password", async ({
  page,
  checked,
}) => {
  const patient = demoLogin(cast.takesTooLong);
  await typePassword(page, patient.loginName, patient.password);
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
  await loginRunsOut(patient.loginName);
  await page.reload();
  await expect(page.getByText("This login took too long")).toBeVisible();
  await expect(page.getByLabel("Login name")).toBeVisible();
  await checked(page, "/login after a login that ran out");
});

test("S3, R14: a code without tries is closed; ten wrong ones lock, and Try again goes on after the wait", async ({
  page,
  checked,
}) => {
  const patient = demoLogin(cast.mistypesCodes);
  const mobile = patient.mobile ?? "";
  await forgetFailedLogins(patient.loginName);
  let before = await textCount(mobile);
  await typePassword(page, patient.loginName, patient.password);
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
  await spendTheCode(page, await codeTo(mobile, before));
  await expect(page.getByText("No tries are left for this code.")).toBeVisible();
  await expect(page.getByLabel("Code", { exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Login", exact: true })).toBeDisabled();
  await checked(page, "a code without tries");

  await codeSentEarlier(patient.loginName);
  await page.reload();
  await expect(page.getByText("No tries are left for this code.")).toBeVisible();
  before = await textCount(mobile);
  await page.getByRole("button", { name: "Send a new code" }).click();
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await spendTheCode(page, await codeTo(mobile, before));
  // The tenth wrong code itself shows the lock, and so does the page opened again.
  await expect(page.getByRole("heading", { name: "This login is locked" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "This login is locked" })).toBeVisible();
  await expect(page.getByText(/1[45] min/)).toBeVisible();
  await checked(page, "locked at the code step");

  await lockEnds(patient.loginName);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("Login name")).toBeVisible();
  before = await textCount(mobile);
  await typePassword(page, patient.loginName, patient.password);
  await page.getByLabel("Code", { exact: true }).fill(await codeTo(mobile, before));
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await page.waitForURL("/");
});
