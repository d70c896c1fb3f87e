import { cast } from "./support/cast";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 900 } });

test("R22: an orthodontist extends by keys after seeing what moves, the patient reads why, and it is taken back", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  const address = `/doctor/patients/${await patientOf(cast.isAdjusted)}`;
  await signIn(context, cast.orthodontist);
  await page.goto(address);
  await settled(page);
  const other = await context.newPage();
  await other.goto(address);
  await settled(other);

  const entries = page.locator("details[open]").getByRole("button");
  await expect(async () => {
    await page.keyboard.press("a");
    await expect(entries.first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: "Wear longer" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Wear the present aligner longer" });
  await dialog.getByLabel("Days longer").fill("5");
  await expect(dialog.getByText(/^You wear .+ for 5 days longer than planned\.$/)).toBeVisible();
  await expect(dialog.getByText("5 days later").first()).toBeVisible();
  await checked(page, "the dialog that extends a stage");

  // The same dates on another tab: the one that saves second is told, and keeps what was typed.
  await other.getByText("Adjust plan").click();
  await other.getByRole("button", { name: "Pause", exact: true }).click();
  const second = other.getByRole("dialog", { name: "Pause the treatment" });
  await expect(second.getByText(/^Your treatment is paused from /)).toBeVisible();
  await second.getByLabel("Why").fill("Away from home");

  await dialog.getByRole("button", { name: "Extend" }).click();
  await expect(dialog.getByText(/^Say why, in a few words\./).first()).toBeVisible();
  await dialog.getByLabel("Why").fill("Small gap at 23");
  await dialog.getByRole("button", { name: "Extend" }).click();
  await expect(page.getByText("Saved. The patient is told.")).toBeVisible();
  const history = page.getByRole("list").filter({ hasText: "Why: Small gap at 23" });
  await expect(history.getByText(/: 5 days longer$/).first()).toBeVisible();

  await second.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(second.getByText(/^The plan has changed meanwhile\./).first()).toBeVisible();
  await expect(second.getByLabel("Why")).toHaveValue("Away from home");
  await other.close({ runBeforeUnload: false });

  const patient = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(patient.context(), cast.isAdjusted);
  await patient.goto("/treatment");
  const news = patient.getByRole("region", { name: "Your plan has changed" });
  await expect(news.getByText(/for 5 days longer than planned/)).toBeVisible();
  await expect(news.getByText("5 days later").first()).toBeVisible();
  await expect(patient.getByText("Small gap at 23")).toHaveCount(0);
  await checked(patient, "/treatment with what has changed");

  await history.getByRole("button", { name: /^Undo: / }).click();
  const question = page.getByRole("dialog", { name: "Take this back" });
  await expect(question.getByText("5 days sooner").first()).toBeVisible();
  await question.getByRole("button", { name: "Take back" }).click();
  await expect(history.getByText("Taken back", { exact: true }).first()).toBeVisible();
  await checked(page, "the history of adjustments");
  await patient.reload();
  await expect(news.getByText("Your dates are again as they were before it.")).toBeVisible();
});
