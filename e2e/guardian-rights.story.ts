import { cast } from "./support/cast";
import { childrenOf } from "./support/children";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

test("R10: staff change what a guardian may do, and the guardian's open page may do no more at once", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const [child] = await childrenOf(cast.guardianWhoseRightsChange);
  if (!child) throw new Error("no child");
  const phone = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(phone.context(), cast.guardianWhoseRightsChange);
  await phone.goto(`/account/profile?patient=${child.id}`);
  await expect(phone.getByRole("button", { name: "Save" })).toBeVisible();

  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(context, cast.invitesGuardians);
  await page.goto(`/desk/records/${child.id}`);
  const section = page.locator("#guardians, section").filter({ hasText: "Guardians" }).last();
  const change = async (rights: RegExp) => {
    await section.getByRole("button", { name: "Change", exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: rights }).check();
    await checked(page, "a guardian's rights");
    await dialog.getByLabel("Reason").fill("Only for this story");
    await dialog.getByRole("button", { name: "Change", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^Changed\. It counts from now on/)).toBeVisible();
  };
  await change(/Look only/);
  await phone.getByLabel("Town").fill("Exampleton");
  await phone.getByRole("button", { name: "Save" }).click();
  await expect(phone.getByRole("alert").first()).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("button", { name: "Save" })).toHaveCount(0);
  await change(/Everything/);
  await phone.reload();
  await expect(phone.getByRole("button", { name: "Save" })).toBeVisible();
  await page.getByText("What guardians did").click();
  await expect(page.getByText(/Viewed the record/).first()).toBeVisible();
});

test("R10: the account settings keep the child, there and back", async ({ page, context }) => {
  const [, second] = await childrenOf(cast.guardian);
  if (!second) throw new Error("two children");
  const here = new RegExp(`\\?patient=${second.id}$`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(context, cast.guardian);
  await page.goto(`/treatment?patient=${second.id}`);
  await page.getByRole("banner").locator("summary").last().click();
  await page.getByRole("link", { name: "Account settings" }).click();
  await expect(page).toHaveURL(new RegExp(`/account\\?patient=${second.id}$`));
  const sections = page.getByRole("navigation", { name: "Account settings" });
  for (const entry of ["Your details", "Who has seen my record", "Download my data"]) {
    await sections.getByRole("link", { name: entry }).click();
    await expect(page).toHaveURL(here);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(second.firstName);
  }
  await sections.getByRole("link", { name: "Where you are logged in" }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /password/i })
    .last()
    .click();
  await expect(page).toHaveURL(new RegExp(`/account/password\\?patient=${second.id}$`));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/account/email?patient=${second.id}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: /settings/i })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/account\\?patient=${second.id}$`));
  await page.getByRole("navigation").getByRole("link", { name: "Treatment" }).click();
  await expect(page).toHaveURL(new RegExp(`/treatment\\?patient=${second.id}$`));

  await context.clearCookies();
  await page.goto(`/account/email?patient=${second.id}`);
  await expect(page).toHaveURL(
    new RegExp(`next=${encodeURIComponent(`/account/email?patient=${second.id}`)}`),
  );
});
