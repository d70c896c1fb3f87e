import { expect, type Page } from "@playwright/test";
import type { DemoLogin } from "./demo";
import { codeTo, textCount, totpOf } from "./outside";

/**
 * Types the password step and waits for its answer; after the right one the page asks for the code. A login begun before
 * in this browser is left.
 */
export async function typePassword(
  page: Page,
  loginName: string,
  password: string,
  from = "/login",
): Promise<void> {
  await page.context().clearCookies({ name: /archway-challenge$/ });
  await page.goto(from);
  await page.getByLabel("Login name").fill(loginName);
  await page.getByLabel("Password", { exact: true }).fill(password);
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/login"));
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await answered;
}

/** Logs in as a person does: login name, password, code by text or from the authenticator app. `from`: a page that led there. */
export async function logIn(
  page: Page,
  login: DemoLogin,
  area: RegExp | string,
  from?: string,
): Promise<void> {
  const before = login.totpSecret || !login.mobile ? 0 : await textCount(login.mobile);
  await typePassword(page, login.loginName, login.password, from);
  const field = page.getByLabel("Code");
  await expect(field).toBeVisible();
  const code =
    login.totpSecret || !login.mobile
      ? await totpOf(login.loginName)
      : await codeTo(login.mobile, before);
  await field.fill(code);
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await page.waitForURL(area);
}
