import { cast } from "./support/cast";
import { demoPerson } from "./support/demo";
import { codeTo, mailTo, textCount } from "./support/outside";
import { newPassword, typeCode, typeDetails } from "./support/registration";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

test("R5: two records fit; the postcode tells which one, and a wrong one reveals nothing", async ({
  page,
  checked,
}) => {
  const person = demoPerson("two matching records");
  const before = await textCount(person.mobile);
  await typeDetails(page, person);
  await page.getByRole("button", { name: "Yes, send the code" }).click();
  await typeCode(page, await codeTo(person.mobile, before));
  await expect(page.getByRole("heading", { name: "One more question" })).toBeVisible();
  await checked(page, "/register/question");

  await page.getByLabel("Postcode").fill("AB1 2CD");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText(/does not settle it/).first()).toBeVisible();
  await expect(page.getByLabel("Postcode")).toHaveValue("AB1 2CD");
  await checked(page, "/register/question, refused");
  await page.getByLabel("Postcode").fill("zz99zz");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Create a password" })).toBeVisible();
});

test("R5: where the postcode does not settle it, staff decide, and the page goes on by itself", async ({
  page,
  anotherBrowser,
  checked,
}) => {
  const person = demoPerson("two matching records, same postcode");
  const before = await textCount(person.mobile);
  await typeDetails(page, person);
  await page.getByRole("button", { name: "Yes, send the code" }).click();
  await typeCode(page, await codeTo(person.mobile, before));
  await page.getByLabel("Postcode").fill("ZZ1 4AB");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "The practice looks at it" })).toBeVisible();
  await checked(page, "/register/waiting");
  await page.goto("/register/password");
  await expect(page.getByRole("heading", { name: "The practice looks at it" })).toBeVisible();

  const desk = await anotherBrowser({ viewport: { width: 1280, height: 800 } });
  await signIn(desk.context(), cast.staffAtTelephone);
  await desk.goto("/desk/repairs");
  await desk
    .getByRole("listitem", { name: `${person.firstName} ${person.lastName}` })
    .first()
    .getByRole("button", { name: /It is this one/ })
    .first()
    .click();

  await expect(page.getByRole("heading", { name: "Create a password" })).toBeVisible({
    timeout: 30_000,
  });
  await mailTo(person.email, /registration goes on/i);
});

test("R1, R2: a wrong mobile is corrected at the code, and nothing else is typed again", async ({
  page,
  checked,
}) => {
  const person = demoPerson("plain", 6);
  const before = await textCount(person.mobile);
  await typeDetails(page, person, "+46 70 174 06 97");
  await page.getByRole("button", { name: "Yes, send the code" }).click();
  await expect(page.getByText("No text?").first()).toBeVisible();
  await page.getByRole("link", { name: "Correct the number or other details" }).click();
  await expect(page.getByLabel("Mobile number")).toHaveValue("+46 70 174 06 97");
  await checked(page, "/register, correcting");
  await page.getByLabel("Mobile number").fill(person.mobile);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "Is this right?" })).toBeVisible();
  await expect(page.getByText(person.lastName).first()).toBeVisible();
  await page.getByRole("button", { name: "Yes, send the code" }).click();
  await typeCode(page, await codeTo(person.mobile, before));
  await expect(page.getByRole("heading", { name: "Create a password" })).toBeVisible();
});

test("S2: a second tab and the browser's back button lead to the step that is due", async ({
  page,
  context,
}) => {
  const person = demoPerson("plain", 7);
  const before = await textCount(person.mobile);
  await typeDetails(page, person);
  await page.getByRole("button", { name: "Yes, send the code" }).click();
  await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();

  const tab = await context.newPage();
  await tab.goto("/register/terms");
  await expect(tab.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  await typeCode(tab, await codeTo(person.mobile, before));
  await expect(tab.getByRole("heading", { name: "Create a password" })).toBeVisible();

  await typeCode(page, "123456");
  await expect(page.getByRole("heading", { name: "Create a password" })).toBeVisible();
  await page.goto("/register/confirm");
  await expect(page.getByRole("heading", { name: "Create a password" })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(newPassword);
  await page.getByRole("button", { name: "Create password" }).dblclick();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  await tab.bringToFront();
  await tab.getByLabel("Password", { exact: true }).fill(newPassword);
  await tab.getByRole("button", { name: "Create password" }).click();
  await expect(tab.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
});
