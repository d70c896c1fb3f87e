import { cast } from "./support/cast";
import { undoChangesOfToday } from "./support/patients";
import { portal, signIn } from "./support/session";
import { expect, test } from "./support/story";

test("R19 to R21: a patient sees today's task, marks the change done, and the dates move", async ({
  page,
  context,
  checked,
}) => {
  await undoChangesOfToday(cast.changesAligner);
  await signIn(context, cast.changesAligner);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: /^Change to .* today$/ })).toBeVisible();
  await expect(page.getByText("days left").first()).toBeVisible();
  await expect(page.getByText("Next visit").first()).toBeVisible();
  await checked(page, "the patient's home");

  const did = page.getByRole("button", { name: /^I changed to / });
  await expect(did).toBeInViewport();
  await did.click();
  await expect(page.getByText(/(is|are) in$/).first()).toBeVisible();
  await expect(page.getByText(/Next change: /).first()).toBeVisible();
  await checked(page, "the patient's home after the change");

  await page.goto("/treatment");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/\d+ % done/).first()).toBeVisible();
  await checked(page, "/treatment");

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
