import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

/** The text of the file that the page saves when this is pressed. */
async function savedBy(page: Page, button: string): Promise<string> {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await saving).path(), "utf8");
}

test("R53, S19: an admin finds who viewed a record, reads the details and saves the rows", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  const { patient_id: patientId } = await signIn(context, cast.looksAtPages);
  const desk = await anotherBrowser();
  await signIn(desk.context(), cast.staff);
  await desk.goto(`/desk/records/${patientId}`);
  await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();

  await context.clearCookies();
  await signIn(context, cast.admin);
  await page.goto("/desk");
  await page.getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByRole("heading", { name: "Audit log", level: 1 })).toBeVisible();
  await page.getByLabel("Patient", { exact: true }).fill("karimi");
  await page.getByLabel("What happened").selectOption({ label: "Views" });
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL(/patient=karimi/);
  const row = page.getByRole("list", { name: "Rows" }).getByText("Viewed the record").first();
  await row.click();
  await expect(page.getByText("Number in the chain").filter({ visible: true })).toHaveCount(1);
  await checked(page, "/desk/audit with details open");

  const rows = (await savedBy(page, "Save as CSV")).trim().split("\r\n");
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.slice(1).every((line) => /viewed|searched/.test(line))).toBe(true);
  await page.goto("/desk/audit?action=export");
  await expect(page.getByText("Exported the audit log").last()).toBeVisible();
  await page.goto("/desk/audit?person=nobody-is-called-that");
  await expect(page.getByText("No row fits", { exact: true })).toBeVisible();
  await page.goto("/desk/audit?from=2026-13-99");
  await expect(page.getByText("2026-13-99 is not a day. Choose one.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Rows" })).toHaveCount(0);
  await checked(page, "/desk/audit with a day that is none");
});

test("R53: staff do not get to the audit log", async ({ page, context }) => {
  await signIn(context, cast.staff);
  await page.goto("/desk/audit");
  await expect(page).toHaveURL(/\/desk$/);
  await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);
});

test("R17, R53: a patient sees who looked at the record, and takes all of their data along", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  const { patient_id: patientId } = await signIn(context, cast.looksAtPages);
  const desk = await anotherBrowser();
  await signIn(desk.context(), cast.staff);
  await desk.goto(`/desk/records/${patientId}`);
  await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();

  await page.goto("/account");
  await page.getByRole("link", { name: "Who has seen my record" }).first().click();
  await expect(page.getByText("Jonas Pike").first()).toBeVisible();
  await checked(page, "/account/record-views");

  await page.getByRole("link", { name: "Download my data" }).first().click();
  await expect(page.getByRole("heading", { name: "Download my data" })).toBeVisible();
  await checked(page, "/account/export");
  const readable = await savedBy(page, "Make the file");
  expect(readable).toContain("Jonas Pike");
  expect(readable).not.toContain("<script");
  await page.getByRole("radio", { name: /For other programs/ }).check();
  const data = JSON.parse(await savedBy(page, "Make the file"));
  expect(data.patient.record.lastName).toBe("Karimi");
});
