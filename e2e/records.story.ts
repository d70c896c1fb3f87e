import { ownPractice } from "./support/own-practice";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test("R9, R12, R52: a record is made, corrected, kept from online booking, archived and brought back", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  test.setTimeout(150_000);
  const { staff, admin } = await ownPractice("hillside-records");
  await signIn(context, staff);
  await page.goto("/desk?query=Robin%20Ashgrove");
  await page.getByRole("link", { name: "New record" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("Robin");
  await settled(page);
  const create = page.getByRole("button", { name: "Create the record" });
  await create.click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByLabel("Day").fill("2");
  await page.getByLabel("Month").fill("4");
  await page.getByLabel("Year").fill("1990");
  await page.getByLabel("Mobile").fill("+49 30 23125000");
  await create.click();
  await expect(page.getByText("This is not a mobile number.").first()).toBeVisible();
  await page.getByLabel("Mobile").fill("");
  await checked(page, "the form of a new record");
  await create.dblclick();
  await page.waitForURL(/\/desk\/records\/[0-9a-f-]{36}$/);
  await expect(page.getByText("robin.ashgrove")).toBeVisible();

  await page.goto("/desk/records/new?query=Robyn%20Ashgrove");
  await settled(page);
  await page.getByLabel("Day").fill("2");
  await page.getByLabel("Month").fill("4");
  await page.getByLabel("Year").fill("1990");
  await create.click();
  await expect(page.getByRole("heading", { name: "Perhaps on the list already" })).toBeVisible();
  await checked(page, "records that are alike");
  await page.getByLabel("It is somebody else: create the record").check();
  await create.click();
  await page.waitForURL(/\/desk\/records\/[0-9a-f-]{36}$/);

  await settled(page);
  await page.getByRole("button", { name: "Correct name or birth date" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Last name").fill("Ashgrove-Featherstonehaugh-Okafor");
  await checked(page, "the dialog that corrects a record");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Robyn Ashgrove-Featherstonehaugh-Okafor",
  );
  await page.getByRole("button", { name: "Stop online booking" }).click();
  await dialog.getByRole("button", { name: "Stop online booking" }).click();
  await expect(page.getByText("May not book online")).toBeVisible();
  await page.getByRole("button", { name: "Archive" }).click();
  await dialog.getByRole("button", { name: "Archive" }).click();
  await expect(dialog.getByText("Fill this in.").first()).toBeVisible();
  await dialog.getByLabel("Reason").fill("Moved away");
  await dialog.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("This record is archived", { exact: true })).toBeVisible();
  await expect(page.getByText("An admin can bring this record back.")).toBeVisible();
  await checked(page, "an archived record");

  const theirs = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(theirs.context(), admin);
  await theirs.goto(page.url());
  await settled(theirs);
  await theirs.getByRole("button", { name: "Bring back" }).click();
  await theirs.getByRole("dialog").getByRole("button", { name: "Bring back" }).click();
  await expect(theirs.getByText("This record is archived", { exact: true })).toBeHidden();
  await checked(theirs, "a record that was brought back, on a phone");
});

test("R49: beside a practice system a record is made there", async ({ page, context, checked }) => {
  await signIn(context, "salma.idris");
  await page.goto("/desk/records/new");
  await expect(page.getByText("Records come from the practice system")).toBeVisible();
  await checked(page, "a new record beside a practice system");
});
