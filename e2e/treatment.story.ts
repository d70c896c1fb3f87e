import { cast } from "./support/cast";
import { patientOf, reopenPlan, undoChangesOfToday } from "./support/patients";
import { portal, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

/** The second where the demo was filled before midnight and the story is played after it. */
const dueNow = /^Change to .* today$|^Aligner .* is due$/;

test("R19 to R21, R27: a patient sees today's task, marks the change done, and the dates move", async ({
  page,
  context,
  checked,
}) => {
  await undoChangesOfToday(cast.changesAligner);
  await signIn(context, cast.changesAligner);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: dueNow })).toBeVisible();
  await expect(page.getByText("days left").first()).toBeVisible();
  await expect(page.getByText("Next visit").first()).toBeVisible();
  await checked(page, "the patient's home");

  const did = page.getByRole("button", { name: /^I changed to / });
  await expect(did).toBeInViewport();
  const other = await context.newPage();
  await other.goto("/");
  await settled(other);
  await did.click();
  await expect(page.getByText(/(is|are) in$/).first()).toBeVisible();
  // A second tab that still asks for it is brought up to date by its press.
  await other.getByRole("button", { name: /^I changed to / }).click();
  await expect(other.getByRole("heading", { name: dueNow })).toHaveCount(0);
  await other.close();
  await expect(page.getByText(/Next change: /).first()).toBeVisible();
  await checked(page, "the patient's home after the change");

  await page.goto("/treatment");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/\d+ % done/).first()).toBeVisible();
  await expect(page.getByRole("list", { name: "What you have done" })).toContainText(
    "aligners done",
  );
  const now = page.getByRole("list", { name: "Now" });
  await expect(now.locator('[aria-current="step"]').first()).toContainText("(worn now)");
  await expect(page.getByRole("list", { name: "What comes" }).first()).toBeVisible();
  await checked(page, "/treatment");
  await page.getByText(/^\d+ changes? done since /).click();
  const done = page.getByRole("list", { name: "Done", exact: true });
  await expect(done.getByText("Halfway there")).toBeVisible();
  await expect(done.getByRole("listitem").first()).toContainText("(done)");
  await checked(page, "/treatment with what is past");
  // A wide screen at twice and four times the size.
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await wider()).toBeLessThanOrEqual(0);
  }

  // A second press, as from another tab that still shows the page of before, changes nothing.
  const view = await (await page.request.get("/api/treatment")).json();
  const stage: number = view.arches[0].currentStage.number;
  const again = await page.request.post("/api/treatment/aligner-changes", {
    data: { arch: view.arches[0].arch, stage, changedOn: view.today },
    headers: { origin: new URL(portal).origin },
  });
  expect(again.status()).toBe(409);
  expect(await again.json()).toMatchObject({ error: { code: "already_done" } });
  const after = await (await page.request.get("/api/treatment")).json();
  expect(after.arches[0].currentStage.number).toBe(stage);
});

test("R22, R27: an orthodontist completes a plan whose aligners are done, after reading what its patient reads", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  await reopenPlan(cast.isThrough);
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(context, cast.orthodontistWhoCompletes);
  await page.goto(`/doctor/patients/${await patientOf(cast.isThrough)}`);
  await settled(page);
  await page.getByRole("button", { name: "Complete plan" }).click();
  const dialog = page.getByRole("dialog", { name: "Complete the plan" });
  await expect(dialog.getByText("You wear your retainer now")).toBeVisible();
  await checked(page, "the dialog that completes a plan");
  await dialog.getByRole("button", { name: "Complete the plan" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Complete plan" })).toBeHidden();

  const patient = await anotherBrowser();
  await signIn(patient.context(), cast.isThrough);
  await patient.goto("/");
  await expect(patient.getByRole("heading", { name: "You wear your retainer now" })).toBeVisible();
  await patient.goto("/treatment");
  await expect(patient.getByText("100 % done")).toBeVisible();
  await checked(patient, "/treatment of a completed plan");
});

test("R10: a guardian's pages name the child, and another's child does not exist for them", async ({
  page,
  context,
}) => {
  await signIn(context, cast.guardian);
  await page.goto("/");
  await expect(page).toHaveURL(/patient=/);
  await page.getByRole("navigation").getByRole("link", { name: "Treatment" }).first().click();
  await expect(page).toHaveURL(/\/treatment\?patient=/);
  const answer = await page.request.get(
    "/api/treatment?patientId=01a0f259-358f-7110-a3eb-c0189a4c36bb",
  );
  expect(answer.status()).toBe(404);
});
