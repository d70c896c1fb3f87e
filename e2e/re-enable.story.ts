import { cast } from "./support/cast";
import { labLoginOf } from "./support/outside";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test("R42: a lapsed lab connection works again after the lab's own sign-in; turning back changes nothing", async ({
  page,
  context,
  checked,
}) => {
  const { userName, password } = await labLoginOf("Naomi Delacroix");
  const portal = new RegExp(`^${process.env.APP_URL ?? "http://localhost:3000"}/`);
  await signIn(context, cast.reEnablesLab);
  await page.goto("/doctor/integrations?show=lapsed");
  await settled(page);
  await checked(page, "/doctor/integrations?show=lapsed");
  const button = page.getByRole("button", { name: "Re-enable integration" }).first();

  await button.click();
  await page.getByRole("link", { name: "Back without signing in" }).click();
  await page.waitForURL(/\/doctor\/integrations\?back=turned_back/);
  await expect(page.getByText("You came back without signing in.")).toBeVisible();

  await button.click();
  await expect(page).not.toHaveURL(portal);
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password").fill("something else");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/do not belong together/)).toBeVisible();
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/doctor\/integrations\?back=done/);
  await settled(page);
  await expect(page.getByText("Alder Aligner Laboratory is connected again")).toBeVisible();
  await checked(page, "/doctor/integrations after a sign-in");
  await page.goto("/doctor/integrations?show=lapsed");
  await expect(page.getByText("No lab connection has lapsed")).toBeVisible();
});
