import { cast } from "./support/cast";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

test("the orthodontist opens a patient: plan, timeline, visits and messages on one page", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.orthodontist);
  await page.goto("/doctor");
  await page.keyboard.press("j");
  await page.locator("a[href^='/doctor/patients/']").first().click();
  await page.waitForURL(/\/doctor\/patients\//);
  for (const part of [/plan/i, /timeline/i, /visits/i, /messages/i])
    await expect(page.getByRole("heading", { name: part }).first()).toBeVisible();
  await checked(page, "/doctor/patients/<id>");
});

test("R42, R43: Integrations shows each connection's state by the lab's rule", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.orthodontist);
  await page.goto("/doctor");
  await page.getByRole("link", { name: "Integrations" }).first().click();
  await expect(page.getByRole("heading", { name: "Integrations", level: 1 })).toBeVisible();
  await expect(
    page
      .getByText(/Connected|Expiring|Re-authentication required|Disabled|Never connected/i)
      .first(),
  ).toBeVisible();
  await checked(page, "/doctor/integrations");
});
