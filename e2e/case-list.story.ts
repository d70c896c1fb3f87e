import { cast } from "./support/cast";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

test("R41: cases stand by whose turn it is, are found by number and name, and one is begun for a patient found by keys", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  await signIn(context, cast.orthodontist);
  await page.goto("/doctor");
  await page.getByRole("link", { name: "Cases", exact: true }).click();
  await page.waitForURL(/\/doctor\/cases/);
  await settled(page);
  const which = page.getByRole("navigation", { name: "Which cases" });
  const lines = page.locator("main [data-list-item]");
  for (const tab of ["Need you", "At the lab"]) {
    await which.getByRole("link", { name: tab }).click();
    const link = which.getByRole("link", { name: tab });
    await expect(link).toHaveAttribute("aria-current", "page");
    const counted = Number.parseInt((await link.locator(".sr-only").textContent()) ?? "0", 10);
    expect(counted).toBeGreaterThan(0);
    await expect(lines).toHaveCount(counted);
    await checked(page, `/doctor/cases, ${tab}`);
  }
  await which.getByRole("link", { name: "Closed" }).click();
  await expect(lines.filter({ hasText: /Completed|Cancelled|Not taken/ })).not.toHaveCount(0);

  const all = which.getByRole("link", { name: "All" });
  await all.click();
  // The links beside it keep the tab that stands when they are pressed.
  await expect(all).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "Whole practice" }).click();
  await page.waitForURL(/whose=all/);
  await settled(page);
  await expect(lines.filter({ hasText: /Waits for Dr Tom/ })).not.toHaveCount(0);
  await lines.first().focus();
  await page.keyboard.press("j");
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(lines.first()).toBeFocused();
  const number = (await lines.nth(2).textContent())?.match(/[A-Z]{2}-\d{4}-\d{4}/)?.[0] ?? "";
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Find a case" });
  await expect(search).toBeFocused();
  await search.fill(number.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.getByText(`1 case found for “${number.toLowerCase()}”`)).toBeVisible();
  await expect(lines).toHaveCount(1);
  await checked(page, "a case found");
  await lines.first().click();
  await page.waitForURL(/\/doctor\/cases\/[0-9a-f-]{36}/);
  await expect(page.getByText(number)).not.toHaveCount(0);

  await page.goto("/doctor/cases?q=nobodyhasthisname");
  await expect(page.getByText("No case found for")).toBeVisible();
  await checked(page, "no case found");

  await page.getByRole("link", { name: "New case" }).click();
  await page.waitForURL(/\/doctor\/cases\/new$/);
  const whom = page.getByRole("combobox", { name: "Patient" });
  await expect(whom).toBeFocused();
  await whom.fill("kettering nora");
  await expect(page.getByRole("option", { name: /Nora Kettering/ })).toBeVisible();
  await checked(page, "/doctor/cases/new");
  await page.keyboard.press("Enter");
  const patientId = await patientOf(cast.startsACase);
  await page.waitForURL(`/doctor/cases/new?patient=${patientId}`);
  await expect(page.getByRole("heading", { name: "New case of Nora Kettering" })).toBeVisible();
  await page.getByRole("radio", { name: /Alder Aligner Laboratory/ }).check();
  await page.getByRole("button", { name: "Begin the case" }).click();
  await page.waitForURL(/\/doctor\/cases\/[0-9a-f-]{36}/);

  await page.goto(`/doctor/patients/${patientId}`);
  const panel = page.getByRole("link", { name: /^[A-Z]{2}-\d{4}-\d{4}.*Draft/ });
  await expect(panel.first()).toBeVisible();

  const phone = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(phone.context(), cast.orthodontist);
  await phone.goto("/doctor/cases");
  await expect(phone.getByRole("link", { name: /Nora Kettering.*Draft/ }).first()).toBeVisible();
  await checked(phone, "/doctor/cases on a phone");
});
