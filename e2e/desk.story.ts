import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

test("R8: staff see why somebody could not register, and close what is not theirs", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.staffWhoRepairs);
  await page.goto("/desk");
  await page.getByRole("navigation").getByRole("link", { name: "Repairs" }).first().click();
  await expect(page.getByRole("heading", { name: "Repairs", level: 1 })).toBeVisible();
  await expect(page.getByText("Move the number to the mobile field").first()).toBeVisible();
  await checked(page, "/desk/repairs");

  await page.getByLabel("Cause").selectOption({ label: "No record fits" });
  await page.waitForURL(/cause=no_record/);
  const stranger = page.getByRole("listitem", { name: /^Sam Unlisted/ }).first();
  const name = (await stranger.getAttribute("aria-label")) ?? "";
  await stranger.getByRole("button", { name: "Not our patient" }).click();
  await expect(page.getByText(`Repaired: ${name}`)).toBeVisible();
  await expect(page.locator(":focus")).toContainText(`Repaired: ${name}`);
  await expect(page.getByRole("listitem", { name })).toHaveCount(0);

  await page.getByRole("link", { name: "Repaired", exact: true }).click();
  await page.waitForURL(/show=repaired/);
  await expect(page.getByRole("listitem", { name })).toContainText("Closed without a change, by");
  await checked(page, "/desk/repairs, repaired");
});

test("R7, R8: a login link helps before the record is written over; the slower of two is told", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.staffWhoRepairs);
  await page.goto("/desk/repairs?cause=no_record");
  const near = page.getByRole("listitem").filter({ hasText: "The e-mail address is another one." });
  const name = (await near.first().getAttribute("aria-label")) ?? "";
  await near.getByRole("button", { name: /^Correct the record/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Becomes what was typed");
  await checked(page, "/desk/repairs, correcting");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  const slower = await context.newPage();
  await slower.goto("/desk/repairs?cause=no_record");
  await near.getByRole("button", { name: /^The record is right/ }).click();
  await expect(page.getByText(/The link is on its way/)).toBeVisible();
  await slower
    .getByRole("listitem", { name })
    .getByRole("button", { name: "Not our patient" })
    .click();
  await expect(slower.getByText(`Repaired already: ${name}`)).toBeVisible();
  await expect(slower.getByRole("listitem", { name })).toHaveCount(0);

  await page.goto("/desk/repairs?cause=already_registered");
  await expect(page.getByText(/registered although they have a login/).first()).toBeVisible();
  await checked(page, "/desk/repairs, has a login already");
});

test("R14, S5: staff are alerted to a guessed login, and lift a lock with a reason", async ({
  page,
  context,
  checked,
}) => {
  const { practice_id: practiceId } = await signIn(context, cast.staffWhoRepairs);
  const guessed = await asOwner(async (client) => {
    const { rows } = await client.query<{ login_name: string }>(
      `select l.login_name from identity.lock_counter c join identity.login l on l.id = c.login_id
       where c.consecutive_failures >= 100 and l.home_practice_id = $1 limit 1`,
      [practiceId],
    );
    return rows[0]?.login_name ?? "";
  });
  await page.goto("/desk/repairs");
  await expect(page.getByText(/a hundred wrong tries or more/)).toBeVisible();
  const line = page.getByRole("listitem").filter({ hasText: guessed });
  await line.getByRole("button", { name: /^Unlock/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("alert").first()).toBeVisible();
  await checked(page, "unlocking without a reason");
  await page.getByLabel("Reason").last().fill("Called, knew birth date and street");
  await page.getByRole("dialog").getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(line).toHaveCount(0);
});

test("S17: what did not arrive is sent again", async ({ page, context }) => {
  await signIn(context, cast.staffWhoRepairs);
  await page.goto("/desk/repairs");
  const again = page.getByRole("button", { name: /^Send a new login link/ }).first();
  const name = (await again.getAttribute("aria-label")) ?? "";
  await again.click();
  await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
});

test("R7, R17: a login link is shown once, as text and as a square; a phone is corrected", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.staffWhoRepairs);
  const { patient_id: patientId } = await asOwner((client) => memberOf(client, cast.stepsAway));
  await page.goto(`/desk/records/${patientId}`);
  await page.getByRole("button", { name: "Make a login link" }).click();
  await page.getByRole("button", { name: /Show it here once/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Login link", { exact: true })).toHaveValue(/\/link\/[\w-]{43}$/);
  await expect(dialog.getByRole("img", { name: /square/ })).toBeVisible();
  await checked(page, "a login link, shown once");
  await dialog.getByRole("button", { name: "Hide it" }).click();
  await expect(dialog.getByRole("img", { name: /square/ })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("table").getByText("Shown").first()).toBeVisible();

  await page.getByRole("button", { name: "Change", exact: true }).click();
  await checked(page, "changing contact");
  await page.getByLabel("Home phone").fill("nonsense");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog").getByRole("alert").first()).toBeVisible();
  await page.getByLabel("Home phone").fill("+44 20 7946 0987");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("+44 20 7946 0987")).toBeVisible();
});

test("R52: a patient is found from anywhere by a key and a name", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.staffWhoRepairs);
  await page.goto("/desk/login-links");
  await settled(page);
  const palette = page.getByRole("dialog", { name: "Find a patient" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(palette.getByRole("combobox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("holm");
  await expect(palette.getByRole("option", { name: /^Julia Holm/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await checked(page, "the search from anywhere");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/records\//);
  await expect(page.getByRole("heading", { name: "Julia Holm" })).toBeVisible();
  await settled(page);
  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});
