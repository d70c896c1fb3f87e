import { cast } from "./support/cast";
import { asOwner } from "./support/database";
import { ownPractice } from "./support/own-practice";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

test("S23, R52: an admin sees what a night would remove, saves, and takes it back", async ({
  page,
  context,
  checked,
}) => {
  const { practice_id: practiceId, person_id: personId } = await signIn(context, cast.admin);
  await asOwner(async (client) => {
    await client.query("begin");
    await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
    await client.query(
      `insert into tenant.message_draft (practice_id, id, person_id, patient_id, body, updated_at)
       select $1, gen_random_uuid(), $2, p.id, 'Long ago', app_now() - interval '8 months'
       from tenant.patient p where p.practice_id = $1 order by p.id limit 1
       on conflict do nothing`,
      [practiceId, personId],
    );
    await client.query("commit");
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/desk/settings");
  await checked(page, "/desk/settings at 390");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^How long we keep things/ })
    .click();
  await expect(page.getByRole("heading", { name: "How long we keep things" })).toBeVisible();
  await page.getByLabel("Message drafts").selectOption({ label: "6 months" });
  await page.getByRole("button", { name: "See what it does" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("would remove:");
  await expect(dialog).toContainText(/Message drafts\s*[1-9]/);
  await checked(page, "what a setting does, at 390");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It counts from the next night on.")).toBeVisible();

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  await expect(page.getByLabel("Message drafts")).toHaveValue("6");
  await page.getByLabel("Message drafts").selectOption({ label: "12 months" });
  await page.getByRole("button", { name: "See what it does" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It counts from the next night on.")).toBeVisible();
  await checked(page, "/desk/settings/privacy, saved, at 1280");
});

test("R10: an admin sees whose access another age would end, and leaves it", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.admin);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/desk");
  await page.getByRole("navigation").getByRole("link", { name: "Settings", exact: true }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Guardians/ })
    .last()
    .click();
  await page.getByLabel("Login of their own from").selectOption({ label: "12 years" });
  await page.getByRole("button", { name: "See what it does" }).click();
  await expect(page.getByRole("dialog")).toContainText("Guardians who lose access now");
  await checked(page, "what an age does");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await expect(page.getByLabel("Login of their own from")).toHaveValue("16");
});

test("R52: staff do not get to the settings", async ({ page, context }) => {
  await signIn(context, cast.staff);
  await page.goto("/desk/settings/privacy");
  await expect(page).toHaveURL(/\/desk$/);
  await expect(page.getByRole("link", { name: "Settings", exact: true })).toHaveCount(0);
});

test("R52: an admin changes name, colour and contact of the practice, and everybody sees it", async ({
  page,
  context,
  checked,
}) => {
  const { admin } = await ownPractice("hillside-settings");
  await signIn(context, admin);
  await page.goto("/desk/settings/practice");
  await page.getByLabel("Name", { exact: true }).fill("Hillside & Harbour Orthodontics");
  await page.getByLabel("Colour").fill("#ffd400");
  await expect(page.getByText("This colour cannot be read as text everywhere")).toBeVisible();
  await page.getByLabel("Phone").fill("12");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This is no telephone number.").first()).toBeVisible();
  await expect(page.getByLabel("Colour")).toHaveValue("#ffd400");
  await page.getByLabel("Phone").fill("+49 30 23125000");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByText("Hillside & Harbour Orthodontics").first()).toBeVisible();
  await checked(page, "the practice's settings");
  await page.setViewportSize({ width: 390, height: 844 });
  await checked(page, "the practice's settings at 390");
});
