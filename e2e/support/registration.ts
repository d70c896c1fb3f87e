import { expect, type Page } from "@playwright/test";
import { asOwner } from "./database";
import type { DemoPerson } from "./demo";

export const newPassword = "Brave-Otter-Sundial-58";

/** Day, month and year in their three fields. */
export async function typeBirthDate(page: Page, dateOfBirth: string): Promise<void> {
  const [year = "", month = "", day = ""] = dateOfBirth.split("-");
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("Month").fill(month);
  await page.getByLabel("Year").fill(year);
}

/** R1: the four details, one question at a time, up to the confirm page. */
export async function typeDetails(
  page: Page,
  person: DemoPerson,
  mobile = person.mobile,
): Promise<void> {
  const next = page.getByRole("button", { name: "Next" });
  await page.goto("/register");
  await page.getByLabel("First name").fill(person.firstName);
  await page.getByLabel("Last name").fill(person.lastName);
  await next.click();
  await typeBirthDate(page, person.dateOfBirth);
  await next.click();
  await page.getByLabel("E-mail", { exact: true }).fill(person.email);
  await next.click();
  await page.getByLabel("Mobile number").fill(mobile);
  await next.click();
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Go on" }).click();
}

/** R4: the terms, last; then the login name is shown. */
export async function acceptTerms(page: Page): Promise<void> {
  await page.getByLabel("I accept the terms").check();
  await page.getByRole("button", { name: /finish|accept|register/i }).click();
  await expect(page.getByRole("heading", { name: "You are registered" })).toBeVisible();
}

/** S2: the day of somebody's registrations is over. */
export async function endRegistrationsOf(email: string): Promise<void> {
  await asOwner((client) =>
    client.query("update identity.registration set expires_at = app_now() where email = $1", [
      email,
    ]),
  );
}
