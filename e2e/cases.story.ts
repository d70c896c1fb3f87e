import type { Page } from "@playwright/test";
import { addScans, goOn, noteConsent, numberOf, stands } from "./support/cases";
import { cast } from "./support/cast";
import { madeScan } from "./support/made-scan";
import { labCasesOf, labMoves } from "./support/outside";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

const saved = (page: Page) => page.getByText("Everything is saved.");

/** Opens a question with one button, answers it with the one inside. */
async function answers(page: Page, opener: string, submit = opener) {
  await page.getByRole("button", { name: opener, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: submit, exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("R41, R48: a case is written, reaches the lab once, gets its records, plan and parcel, and becomes the patient's treatment", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  test.setTimeout(240_000);
  const patientId = await patientOf(cast.hasACase);
  await signIn(context, cast.orthodontist);

  await page.goto("/doctor/cases");
  await checked(page, "/doctor/cases");
  await page.goto(`/doctor/patients/${patientId}`);
  await page.getByRole("link", { name: "New case" }).click();
  await page.waitForURL(/\/doctor\/cases\/new/);
  await page.getByRole("radio", { name: /Alder Aligner Laboratory/ }).check();
  await checked(page, "/doctor/cases/new");
  await page.getByRole("button", { name: "Begin the case" }).click();
  await page.waitForURL(/\/doctor\/cases\/[0-9a-f-]{36}/);
  const address = new URL(page.url()).pathname;
  await settled(page);

  await page.getByLabel("Goal").fill("Align the front teeth, close the gap.");
  await page.getByRole("button", { name: "Tooth 21", exact: true }).click();
  await page.getByRole("checkbox", { name: "Do not move" }).check();
  await expect(saved(page)).toBeVisible();
  await checked(page, "a case's prescription");
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Goal")).toHaveValue("Align the front teeth, close the gap.");
  await goOn(page).click();

  await addScans(page);
  await checked(page, "a case's records");
  await goOn(page).click();
  await noteConsent(page);
  await checked(page, "a case's consent");
  await goOn(page).click();
  await checked(page, "a case's review");
  await page.getByRole("button", { name: /^Submit to Alder/ }).click();
  await stands(page, "At the lab");
  await checked(page, "a case at the lab");
  const number = await numberOf(page);
  expect(await labCasesOf(number)).toMatchObject([{ declaredScans: 2, receivedScans: 2 }]);

  await labMoves(number, { status: "in_review" });
  await labMoves(number, { status: "needs_records", reason: "The lower scan ends too early" });
  await stands(page, "Records wanted");
  await expect(page.getByText("The lower scan ends too early").first()).toBeVisible();
  await page.getByRole("button", { name: "Records", exact: true }).click();
  await page.getByLabel("Scan file, Lower arch").setInputFiles(madeScan("lower again.stl", 4_400));
  // It goes on its way while the next step is walked; nothing is submitted without it.
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await page.getByRole("button", { name: /^Submit to Alder/ }).click();
  await expect(async () => {
    expect(await labCasesOf(number)).toMatchObject([{ declaredScans: 3, receivedScans: 3 }]);
  }).toPass({ timeout: 30_000 });

  await labMoves(number, { status: "in_review" });
  await labMoves(number, { status: "planning" });
  const plan = { upperStages: 6, lowerStages: 5, daysPerStage: 10, stopStages: [3] };
  await labMoves(number, { status: "plan_ready", plan });
  await stands(page, "Plan to decide");
  await expect(
    page.getByRole("img", { name: "6 upper and 5 lower aligners in a row" }),
  ).toBeVisible();
  await checked(page, "a lab's plan");
  await answers(page, "Approve the plan");
  await stands(page, "Plan approved");
  await expect(async () => {
    await labMoves(number, { status: "in_production" });
  }).toPass({ timeout: 30_000 });
  await labMoves(number, { status: "shipped", tracking: "DEMO-4711" });
  await stands(page, "Shipped");
  await expect(page.getByText("Parcel DEMO-4711")).toBeVisible();

  const desk = await anotherBrowser();
  await signIn(desk.context(), cast.staff);
  await desk.goto(`/desk/records/${patientId}`);
  await checked(desk, "a record whose parcel is on its way");
  await desk.getByRole("button", { name: "It has arrived" }).click();
  await expect(desk.getByText("Parcel from the lab")).toHaveCount(0);

  await stands(page, "Ready to start");
  await page.getByRole("button", { name: "Start treatment" }).click();
  const refinement = page.getByRole("checkbox", { name: /as a refinement/ });
  if ((await refinement.count()) > 0) await refinement.check();
  await checked(page, "starting a treatment");
  await page.getByRole("dialog").getByRole("button", { name: "Start treatment" }).click();
  await stands(page, "In treatment");

  const patient = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(patient.context(), cast.hasACase);
  await patient.goto("/treatment");
  await checked(patient, "/treatment made from a lab's plan");
  expect(address).toBe(new URL(page.url()).pathname);
});
