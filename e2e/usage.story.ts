import { readFile } from "node:fs/promises";
import { cast } from "./support/cast";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

test("R51: staff see what the month's texts came to, find those that did not arrive, and save them", async ({
  page,
  context,
  checked,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(context, cast.staff);
  await page.goto("/desk");
  await page.getByRole("link", { name: "Texts", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Texts", level: 1 })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Texts a day in/ })).toBeVisible();
  await page.getByText("Show the days as a table").click();
  await expect(page.getByRole("table", { name: "Texts by day" })).toBeVisible();
  await expect(page.getByText("Change the budget")).toHaveCount(0);
  await checked(page, "/desk/usage with the days as a table");

  await page.getByRole("link", { name: /the month before$/ }).click();
  await page.waitForURL(/month=/);
  await page.getByLabel("State").selectOption({ label: "Arrived" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.waitForURL(/state=delivered/);
  const rows = page.getByRole("table", { name: /^Texts of/ }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Arrived");
  await expect(
    page.getByText("Did not arrive", { exact: true }).filter({ visible: true }),
  ).toHaveCount(0);

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const lines = (await readFile(await (await saving).path(), "utf8")).trim().split("\r\n");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines[0]).toContain("time,purpose,patient");
  await expect(page.getByText(/is saved, with/)).toBeVisible();

  await page.goto("/desk/usage?month=2020-01");
  await expect(page.getByText("No text fits", { exact: true })).toBeVisible();
  await checked(page, "/desk/usage of a month without texts");
});

test("R51: an admin changes the month's budget, on a phone too", async ({
  page,
  context,
  checked,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(context, cast.admin);
  await page.goto("/desk/usage");
  await page.getByText("Change the budget").click();
  await page.getByLabel("Budget for a month").fill("1e9");
  await page.getByRole("button", { name: "Save the budget" }).click();
  await expect(page.getByText("Saved. It holds from now on.")).toHaveCount(0);
  await page.getByLabel("Budget for a month").fill("70,50");
  await page.getByRole("button", { name: "Save the budget" }).click();
  await expect(page.getByText("Saved. It holds from now on.")).toBeVisible();
  await expect(page.getByText(/ of .?70\.50/)).toBeVisible();
  await checked(page, "/desk/usage with the budget's form");
});

test("R52: an orthodontist has no page of texts", async ({ page, context }) => {
  await signIn(context, cast.orthodontist);
  await page.goto("/desk/usage");
  await expect(page).toHaveURL(/\/doctor/);
});
