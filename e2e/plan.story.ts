import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 900 } });

const preview = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith("/plan/preview") && answer.ok());

test("R22: an orthodontist adds a refinement with a stop and attachments, sees what moves, and the patient's timeline shows it", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  const patientId = await patientOf(cast.getsRefinement);
  await signIn(context, cast.orthodontist);
  await page.goto(`/doctor/patients/${patientId}`);
  await page.getByRole("link", { name: "Edit plan" }).click();
  await page.waitForURL(/\/plan$/);
  await settled(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await settled(other);

  // What was worn cannot be changed.
  await expect(async () => {
    await page
      .getByRole("gridcell", { name: /^Upper 1, / })
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "Upper stage 1" })).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await expect(
    page.getByText("Worn to the end: its days and stop stay as they were."),
  ).toBeVisible();
  await expect(page.getByLabel("Days of wear")).toBeDisabled();

  // A series more, a stop chosen by keys, an attachment and IPR on the chart.
  await page.getByRole("button", { name: "Refinement", exact: true }).click();
  const stages = page.getByRole("grid", { name: /^Stages of series/ }).last();
  await stages.getByRole("gridcell", { name: /^Upper 1, / }).click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { name: "Upper stage 3" })).toBeVisible();
  await page.getByLabel("After it").selectOption({ label: "Stop until a visit" });
  await page.getByRole("gridcell", { name: "Tooth 13, nothing" }).click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: "Between 11 and 21, no IPR" }).click();
  const moved = preview(page);
  await page.keyboard.press("+");
  await moved;
  await expect(page.getByText("Place attachments: 13, 12")).toBeVisible();
  const said = page.getByRole("listitem");
  await expect(
    said.filter({ hasText: /^New series \d, Refinement: 10 upper, 10 lower$/ }),
  ).toBeVisible();
  await expect(
    said.filter({ hasText: /stage 3, series \d: stop until a visit after it$/ }),
  ).toBeVisible();
  await expect(said.filter({ hasText: /IPR 11–21 0.2 mm$/ })).toBeVisible();
  await checked(page, "/doctor/patients/<id>/plan");

  await page.getByLabel("Reason for the change").fill("Midline and rotation of 13");
  await page.getByRole("button", { name: /^Save as version/ }).click();
  await expect(page.getByText(/^Version \d+ is saved\.$/)).toBeVisible();

  // The other tab is told, and keeps what was typed until one decides.
  await other.getByLabel("Wear goal, hours a day").first().fill("20");
  await other.keyboard.press("Tab");
  const meanwhile = other.getByRole("status").getByText("The plan changed meanwhile");
  await expect(meanwhile).toBeVisible();
  await expect(other.getByLabel("Wear goal, hours a day").first()).toHaveValue("20");
  await other.getByRole("button", { name: "Put mine on top of it" }).click();
  await expect(meanwhile).toBeHidden();
  await expect(other.getByText(/^Wear goal 20 hours a day, before /)).toBeVisible();
  await expect(other.getByText(/^Series \d, Refinement, removed/).first()).toBeVisible();
  await other.close({ runBeforeUnload: false });

  // Earlier versions stay readable, with what they changed.
  await page
    .getByRole("link", { name: /^Version \d+.*Midline and rotation/ })
    .first()
    .click();
  await page.waitForURL(/\/plan\/\d+$/);
  await expect(page.getByText(/^Changed against version \d+$/)).toBeVisible();
  await expect(page.getByText(/^New series \d, Refinement/)).toBeVisible();
  await checked(page, "/doctor/patients/<id>/plan/<version>");

  const patient = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(patient.context(), cast.getsRefinement);
  await patient.goto("/treatment");
  await settled(patient);
  for (const fold of await patient.locator("main summary").all()) await fold.click();
  await expect(patient.getByText("Refinement").first()).toBeVisible();
  await expect(patient.getByText("Waits for your visit").first()).toBeVisible();
});
