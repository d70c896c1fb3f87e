import { addScans, beginCase, goOn, noteConsent, numberOf, stands } from "./support/cases";
import { cast } from "./support/cast";
import { labCasesOf, labLoginOf } from "./support/outside";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

test("R45, R46: a case waits for the sign-in at the lab, and goes out once by itself after it", async ({
  page,
  context,
  checked,
}) => {
  test.setTimeout(150_000);
  await signIn(context, cast.orthodontistAtRiverbend);
  await beginCase(page, await patientOf(cast.isHandledInInbox), /Alder Aligner Laboratory/);
  await expect(page.getByText(/needs a new sign-in/).first()).toBeVisible();
  await page.getByLabel("Goal").fill("Close the gap.");
  await goOn(page).click();
  await addScans(page);
  await goOn(page).click();
  await noteConsent(page);
  await goOn(page).click();
  await page.getByRole("button", { name: "Submit; it waits for the sign-in" }).dblclick();
  await stands(page, "Waits for a sign-in");
  await checked(page, "a case that waits for a sign-in");
  const number = await numberOf(page);
  expect(await labCasesOf(number)).toEqual([]);

  const { userName, password } = await labLoginOf("Caleb Whitmore");
  await page.getByRole("button", { name: "Re-enable integration" }).click();
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/doctor\/cases\/[0-9a-f-]{36}/);
  await settled(page);
  await stands(page, "At the lab");
  expect(await labCasesOf(number)).toMatchObject([{ declaredScans: 2, receivedScans: 2 }]);
});
