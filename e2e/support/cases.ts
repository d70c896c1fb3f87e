import { expect, type Page } from "@playwright/test";
import { madeScan } from "./made-scan";
import { settled } from "./settled";

export const goOn = (page: Page) => page.getByRole("button", { name: "Go on", exact: true });

/** The case stands so, once the lab's word or the delivery has come. */
export async function stands(page: Page, state: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator("header").getByText(state, { exact: true })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 40_000 });
  await settled(page);
}

/** A draft for this lab, at its first step. */
export async function beginCase(page: Page, patientId: string, lab: RegExp): Promise<void> {
  await page.goto(`/doctor/cases/new?patient=${patientId}`);
  await settled(page);
  await page.getByRole("radio", { name: lab }).check();
  await page.getByRole("button", { name: "Begin the case" }).click();
  await page.waitForURL(/\/doctor\/cases\/[0-9a-f-]{36}/);
  await settled(page);
}

/** Both arches, each in its place. */
export async function addScans(page: Page): Promise<void> {
  for (const [place, name] of [
    ["Upper arch", "upper.stl"],
    ["Lower arch", "lower.stl"],
  ] as const) {
    await page.getByLabel(`Scan file, ${place}`).setInputFiles(madeScan(name));
    await expect(page.getByRole("button", { name: `Take away, ${place}` })).toBeVisible();
  }
}

export async function noteConsent(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /agreed that the lab gets these records/ }).check();
  await expect(page.getByText(/^Noted by /)).toBeVisible();
}

/** The number of the case on the page. */
export async function numberOf(page: Page): Promise<string> {
  const said = await page.getByText(/^Case [A-Z]{2}-\d{4}-\d{4}/).textContent();
  const number = said?.match(/[A-Z]{2}-\d{4}-\d{4}/)?.[0];
  if (!number) throw new Error("the case has no number");
  return number;
}
