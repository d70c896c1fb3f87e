import { cast } from "./support/cast";
import { demoLogin, demoPerson } from "./support/demo";
import { tabTo } from "./support/keyboard";
import { codeTo, textCount } from "./support/outside";
import { undoChangesOfToday } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test("R11: with the keyboard alone, a login", async ({ page }) => {
  const patient = demoLogin(cast.logsInByKeys);
  const before = await textCount(patient.mobile ?? "");
  await page.goto("/login");
  await settled(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Login name"));
  await page.keyboard.type(patient.loginName);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type("not the right words at all");
  await page.keyboard.press("Enter");
  // The summary of what is wrong takes the focus; the fields come next, and what was typed is still there.
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await expect(page.getByLabel("Login name")).toHaveValue(patient.loginName);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(patient.password);
  await tabTo(page, page.getByRole("button", { name: "Login", exact: true }));
  await page.keyboard.press("Space");
  // The code's own field has the focus; heading, title and a message that is read out say what is asked.
  await expect(page.getByLabel("Code")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Enter the code" })).toBeAttached();
  await expect(page).toHaveTitle("Enter the code · Archway");
  await page.keyboard.type(await codeTo(patient.mobile ?? "", before));
  await page.keyboard.press("Enter");
  await page.waitForURL("/");
});

test("R1: with the keyboard alone, the first question of registration", async ({ page }) => {
  const person = demoPerson("plain", 1);
  await page.goto("/register");
  await settled(page);
  await tabTo(page, page.getByLabel("First name"));
  await page.keyboard.type(person.firstName);
  await tabTo(page, page.getByLabel("Last name"));
  await page.keyboard.type(person.lastName);
  await tabTo(page, page.getByRole("button", { name: "Next" }));
  await page.keyboard.press("Space");
  await expect(page.getByLabel("Day")).toBeVisible();
  await tabTo(page, page.getByLabel("Day"));
  await page.keyboard.type("31");
});

test("R28: with the keyboard alone, a visit", async ({ page, context }) => {
  await signIn(context, cast.booksByKeys);
  await page.goto("/appointments");
  await settled(page);
  await tabTo(page, page.getByRole("link", { name: /Book/ }).first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/appointments\/new/);
  await settled(page);
  await tabTo(page, page.getByRole("link").filter({ hasText: /min/ }).first());
  await page.keyboard.press("Enter");
  const times = page.getByRole("button", { name: /^\d{1,2}[:.]\d{2}/ });
  await expect(times.first()).toBeVisible();
  await tabTo(page, times.first());
  await page.keyboard.press("Space");
  await expect(page.getByRole("heading", { name: "Is this right?" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: /Book this visit|Ask for this visit/ }));
  await page.keyboard.press("Enter");
  await expect(
    page.getByText(/Your visit is booked|Your wish is with the practice/).first(),
  ).toBeVisible();
});

test("R21: with the keyboard alone, a change of aligner", async ({ page, context }) => {
  await undoChangesOfToday(cast.changesAlignerByKeys);
  await signIn(context, cast.changesAlignerByKeys);
  await page.goto("/");
  await settled(page);
  await tabTo(page, page.getByRole("button", { name: /^I changed to / }));
  await page.keyboard.press("Enter");
  const told = page.getByText(/(is|are) in$/).first();
  await expect(told).toBeVisible();
  // What happened takes the focus, so that it is read out and Tab goes on from there.
  await expect(page.locator(":focus").filter({ has: told })).toHaveCount(1);
});
