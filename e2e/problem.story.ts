import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

const ownWords = "Wear the aligner before this one until I answer.";

/** What was reported in a run before is answered, and the plan says nothing yet. */
async function startAfresh(): Promise<void> {
  await asOwner(async (client) => {
    const { patient_id: patient } = await memberOf(client, cast.reportsProblem);
    await client.query(
      "update tenant.aligner_problem set answered_at = app_now() where patient_id = $1 and answered_at is null",
      [patient],
    );
    await client.query(
      "update tenant.treatment_plan set problem_advice = null where patient_id = $1",
      [patient],
    );
  });
}

test("R25: a patient reports a lost aligner, reads what the orthodontist wrote beforehand, and is answered in the conversation", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  await startAfresh();
  const patientId = await patientOf(cast.reportsProblem);

  // The orthodontist writes it on the plan's page.
  const doctor = await anotherBrowser({ viewport: { width: 1280, height: 900 } });
  await signIn(doctor.context(), cast.orthodontistWhoAnswers);
  await doctor.goto(`/doctor/patients/${patientId}/plan`);
  await settled(doctor);
  await doctor.getByText("If something goes wrong").click();
  await doctor.getByLabel("Lost", { exact: true }).fill(ownWords);
  await doctor.getByRole("button", { name: "Save these words" }).click();
  await expect(doctor.getByText("Saved. Patients read this from now on.")).toBeVisible();
  await checked(doctor, "the plan with words about problems");

  await signIn(context, cast.reportsProblem);
  await page.goto("/treatment");
  await page.getByRole("link", { name: /Something is wrong with my aligner$/ }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Something is wrong with my aligner" }),
  ).toBeVisible();
  const send = page.getByRole("button", { name: "Tell my practice" });
  const story = page.getByLabel("What happened?");
  await story.fill("The dog had it.");
  await checked(page, "/treatment/problem");

  // Nothing typed is lost by an answer that is missing, or by a day that has not come.
  await send.click();
  await expect(
    page.getByRole("alert").filter({ hasText: "What is wrong? Choose one." }),
  ).toBeVisible();
  await expect(story).toHaveValue("The dog had it.");
  await page.getByRole("group", { name: "What is wrong?" }).getByLabel("Lost").check();
  await page.getByRole("group", { name: "Which aligner?" }).getByRole("radio").first().check();
  await page.getByLabel("Earlier", { exact: true }).check();
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("1");
  await page.getByLabel("Year", { exact: true }).fill("2999");
  await send.click();
  await expect(page.getByText("This day has not come yet.").first()).toBeVisible();
  await checked(page, "/treatment/problem with a day to come");
  await expect(story).toHaveValue("The dog had it.");
  await page.getByLabel("Today", { exact: true }).check();

  // A second tab that tells the same thing in other words is led to the first one's conversation.
  const second = await context.newPage();
  await second.goto("/treatment/problem");
  await settled(second);
  await second.getByRole("group", { name: "What is wrong?" }).getByLabel("Lost").check();
  await second.getByRole("group", { name: "Which aligner?" }).getByRole("radio").first().check();
  await second.getByLabel("What happened?").fill("It was the cat.");

  await send.dblclick();
  await expect(page).toHaveURL(/\/messages\/[0-9a-f-]{36}$/);
  const advice = page.getByRole("region", { name: /wants you to do$/ });
  await expect(advice.getByText(ownWords)).toBeVisible();
  await expect(page.getByText("The dog had it.").first()).toBeVisible();
  await checked(page, "the conversation of a problem");

  await second.getByRole("button", { name: "Tell my practice" }).click();
  await expect(
    second.getByText(/^You have told your practice about this already/).first(),
  ).toBeVisible();
  await expect(second.getByLabel("What happened?")).toHaveValue("It was the cat.");
  await second.getByRole("link", { name: "Go to the conversation" }).click();
  await expect(second).toHaveURL(page.url());
  await second.close();

  // Answered from the list, it leaves it.
  await doctor.goto("/doctor/problems?whose=all");
  const line = doctor.getByRole("listitem").filter({ hasText: "The dog had it." });
  await expect(line).toHaveCount(1);
  await checked(doctor, "/doctor/problems");
  await line.getByRole("link", { name: "Answer" }).click();
  await expect(
    doctor.getByRole("region", { name: "The patient was told at once" }).getByText(ownWords),
  ).toBeVisible();
  const reply = doctor.getByRole("main").getByRole("textbox").last();
  await reply.fill("I order a new one for you.");
  await doctor.getByRole("button", { name: "Send" }).click();
  await expect(doctor.getByText("I order a new one for you.").first()).toBeVisible();
  // The words stand there before they have arrived.
  await expect(async () => {
    await doctor.goto("/doctor/problems?whose=all");
    await expect(line).toHaveCount(0, { timeout: 1_000 });
  }).toPass();

  await page.goto("/treatment/problem");
  await expect(page.getByRole("heading", { name: "You have told your practice" })).toBeVisible();
  await expect(
    page
      .getByRole("link", { name: /^Lost: / })
      .filter({ hasText: "Answered" })
      .first(),
  ).toBeVisible();
});
