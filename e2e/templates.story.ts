import { cast } from "./support/cast";
import { threadOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test("R40: a template is written with a field, put into an answer by keys, and not sent while the field is open; a second tab overwrites nothing", async ({
  page,
  context,
  checked,
}) => {
  const name = `Parking ${Date.now()}`;
  const box = page.getByRole("textbox", { name: "Your answer" });
  const dialog = page.getByRole("dialog");
  const thread = await threadOf(cast.isAnsweredByTemplate);
  await signIn(context, cast.orthodontistAtRiverbend);
  await page.goto("/doctor/inbox/templates");
  await settled(page);
  await checked(page, "/doctor/inbox/templates");
  await page.getByRole("button", { name: "Write a template" }).click();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("What it says").fill("Park at {the back}. Yours, ");
  await dialog.getByRole("button", { name: "{my name}" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/does not know \{the back\}/).first()).toBeVisible();
  await checked(page, "a template with a field that means nothing");
  await dialog.getByLabel("What it says").fill("Park behind the house for {next visit}. ");
  await dialog.getByRole("button", { name: "{my name}" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(name)).toBeVisible();

  // The first tab was opened before the second one changed the words.
  const change = { name: `Change ${name}` };
  const second = await context.newPage();
  await second.goto("/doctor/inbox/templates");
  await settled(second);
  await second.getByRole("button", change).click();
  await second
    .getByLabel("What it says")
    .fill("Park at the river on {my name}. Ring at {next visit}.");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByRole("dialog")).toBeHidden();
  await second.close();
  await page.getByRole("button", change).click();
  await dialog.getByLabel("What it says").fill("Park in the garden.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/changed or taken away in another window/).first()).toBeVisible();
  await expect(dialog.getByLabel("What it says")).toHaveValue("Park in the garden.");

  await page.goto(`/doctor/inbox?show=all&whose=all&thread=${thread}`);
  await settled(page);
  await box.fill("Hello. ");
  await box.blur();
  await page.keyboard.press("w");
  await dialog.getByRole("combobox", { name: "Search templates" }).fill(name);
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await checked(page, "the templates of an answer");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(/^Hello\. Park at the river on Dr Caleb Whitmore\. Ring at /);

  await box.fill("See you at {next visit}");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Fill in {next visit} first")).toBeVisible();
  await expect(box).toBeFocused();
  const words = `noon, ${Date.now()}`;
  await page.keyboard.insertText(words);
  await expect(box).toHaveValue(`See you at ${words}`);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("log").getByText(`See you at ${words}`)).toBeVisible();

  await page.goto("/doctor/inbox/templates");
  await settled(page);
  await page.getByRole("button", { name: `Take ${name} away` }).click();
  await dialog.getByRole("button", { name: "Take away" }).click();
  await expect(page.getByText(name)).toHaveCount(0);
});

test("R39, R52: an admin sets when the practice answers, and reads what patients read", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.adminAtRiverbend);
  await page.goto("/desk/settings/messages");
  await settled(page);
  await checked(page, "/desk/settings/messages");
  const hours = page.getByLabel("Usual answer time in hours");
  const said = page.getByLabel("Your own words for it");
  const before = { hours: await hours.inputValue(), said: await said.inputValue() };
  const save = page.getByRole("button", { name: "Save", exact: true });
  await hours.fill("999");
  await save.click();
  await expect(page.getByText("Give 1 to 240 hours: ten days at most.").first()).toBeVisible();
  await hours.fill("5");
  await said.fill("");
  await save.click();
  await expect(page.getByText(/usually answers within 5 hours on working days/)).toBeVisible();
  await hours.fill(before.hours);
  await said.fill(before.said);
  await save.click();
  await expect(page.getByText(before.said, { exact: false }).last()).toBeVisible();
});
