import { cast } from "./support/cast";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

test("R22, R24, R25, R52: tiles count what waits, each opens its list, and one walks through it by keys", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  await signIn(context, cast.orthodontist);
  await page.goto("/doctor");
  await settled(page);
  await checked(page, "/doctor");
  await page
    .getByRole("navigation", { name: "Whose patients" })
    .getByRole("link", { name: "Whole practice" })
    .click();
  await page.waitForURL(/whose=all/);
  const tiles = page.getByRole("navigation", { name: "What needs you" });
  const rows = page.getByRole("table", { name: "Patients" }).locator("[data-list-item]");
  for (const need of ["Off track", "Stop reached", "Needs an answer"]) {
    const tile = tiles.getByRole("link", { name: need });
    await tile.click();
    await expect(tile).toHaveAttribute("aria-current", "page");
    const count = Number.parseInt((await tile.textContent()) ?? "", 10);
    await expect(rows).toHaveCount(count);
  }
  await checked(page, "/doctor?show=answer&whose=all");

  await settled(page);
  await page.getByRole("button", { name: "Keyboard" }).click();
  const keys = page.getByRole("dialog");
  await expect(keys.getByText("A patient: previous, next of the list")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Find a patient" })).toBeFocused();
  await page.keyboard.press("Escape");
  const names = await rows.locator("span:first-child").allInnerTexts();
  expect(names.length).toBeGreaterThan(2);
  await rows.first().focus();
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/doctor\/patients\/.+show=answer.*whose=all/);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(names[0] ?? "");
  const beside = page.getByRole("navigation", { name: "Other patients" });
  await expect(beside.getByText(`1 of ${names.length}`)).toBeVisible();
  await settled(page);
  await page.keyboard.press("n");
  await expect(heading).toHaveText(names[1] ?? "");
  await expect(beside.getByText(`2 of ${names.length}`)).toBeVisible();
  for (const part of ["Plan", "Messages", "Visits"])
    await expect(page.getByRole("heading", { name: part, exact: true })).toBeInViewport();
  await checked(page, "/doctor/patients/<id> from a list");
  await page.keyboard.press("p");
  await expect(heading).toHaveText(names[0] ?? "");
  await page.getByRole("link", { name: "Needs you" }).click();
  await expect(tiles.getByRole("link", { name: "Needs an answer" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(rows).toHaveCount(names.length);

  const checkIns = tiles.getByRole("link", { name: "Check-ins to review" });
  const waiting = Number.parseInt((await checkIns.textContent()) ?? "", 10);
  await checkIns.click();
  await page.waitForURL(/\/doctor\/check-ins\?whose=all/);
  await expect(page.locator("main a[href^='/doctor/check-ins/']")).toHaveCount(waiting);
  await page.goBack();
  await tiles.getByRole("link", { name: "Lapsed lab connection" }).click();
  await page.waitForURL(/\/doctor\/integrations\?show=lapsed/);
  await expect(page.getByRole("link", { name: "Show all integrations" })).toBeVisible();

  // On a phone the same page stands in one column, and the list is reached without a sideways move.
  const phone = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(phone.context(), cast.orthodontist);
  await phone.goto("/doctor?show=answer&whose=all");
  await expect(phone.getByRole("table", { name: "Patients" })).toBeVisible();
  await checked(phone, "/doctor on a phone");
});
