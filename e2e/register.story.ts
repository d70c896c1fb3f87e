import { cast } from "./support/cast";
import { demoLogin, demoPerson } from "./support/demo";
import { logIn } from "./support/login";
import { codeTo, linkIn, mailTo, pmsPatients, textCount, textsTo } from "./support/outside";
import {
  acceptTerms,
  newPassword,
  typeBirthDate,
  typeCode,
  typeDetails,
} from "./support/registration";
import { expect, test } from "./support/story";

test("R1 to R4: somebody on the practice's list registers, and the PMS record is updated by itself", async ({
  page,
  checked,
}) => {
  const person = demoPerson("plain");
  const before = await textCount(person.mobile);
  await page.goto("/register");
  await checked(page, "/register");
  await typeDetails(page, person);
  await expect(page.getByRole("heading", { name: "Is this right?" })).toBeVisible();
  for (const shown of [person.lastName, person.email])
    await expect(page.getByText(shown).first()).toBeVisible();
  await checked(page, "/register/confirm");
  await page.getByRole("button", { name: "Yes, send the code" }).click();

  await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  await checked(page, "/register/code");
  const code = await codeTo(person.mobile, before);
  await typeCode(page, code === "000000" ? "000001" : "000000");
  await expect(page.getByText(/this code is not right/i).first()).toBeVisible();
  await typeCode(page, code);

  await expect(page.getByRole("heading", { name: "Create a password" })).toBeVisible();
  await checked(page, "/register/password");
  await page.getByLabel("Password", { exact: true }).fill("password1234");
  await page.getByRole("button", { name: "Create password" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(newPassword);
  await page.getByRole("button", { name: "Create password" }).click();

  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  await checked(page, "/register/email");
  const link = linkIn(await mailTo(person.email, /./), "/confirm-email");
  // A mail scanner opens it first: nothing is used up (R3).
  await page.request.get(link);
  await page.goto(link);
  await checked(page, "/confirm-email");
  await page.getByLabel("Password", { exact: true }).fill(newPassword);
  await page.getByRole("button", { name: "Confirm" }).click();

  await expect(page.getByRole("heading", { name: "The terms" })).toBeVisible();
  await checked(page, "/register/terms");
  await acceptTerms(page);
  await checked(page, "/register/done");

  await expect
    .poll(async () => JSON.stringify(await pmsPatients(person.email)), { timeout: 20_000 })
    .toMatch(/"archway_portal_status":\s*"registered"/);
  await page.getByRole("link", { name: "Login", exact: true }).last().click();
  await expect(page.getByLabel("Login name")).toBeVisible();
});

test("R1: the way back from the confirm page keeps what was typed", async ({ page }) => {
  const person = demoPerson("plain", 1);
  await typeDetails(page, person);
  await page
    .getByRole("link", { name: /correct|change/i })
    .first()
    .click();
  await expect(page.getByLabel("First name")).toHaveValue(person.firstName);
});

test("R5: nobody on the list gives no hint and sends no text", async ({ page }) => {
  const stranger = {
    ...demoPerson("plain"),
    firstName: "Nobody",
    mobile: "+46701740698",
    email: "nobody@example.org",
  };
  const before = (await textsTo(stranger.mobile)).length;
  await typeDetails(page, stranger);
  await page.getByRole("button", { name: "Yes, send the code" }).click();
  await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  await expect(page.getByText("No text?").first()).toBeVisible();
  expect((await textsTo(stranger.mobile)).length).toBe(before);
});

test("R6: a landline is refused at the field, with the reason, and what was typed stays", async ({
  page,
}) => {
  const landline = "+44 20 7946 0123";
  await typeDetails(page, demoPerson("plain", 1), landline);
  await expect(
    page.getByText(/landline|not be sent to numbers of this country/i).first(),
  ).toBeVisible();
  await expect(page.getByLabel("Mobile number")).toHaveValue(landline);
});

test("R7: staff make a login link, and the patient registers with it", async ({
  page,
  anotherBrowser,
  checked,
}) => {
  const staff = demoLogin(cast.staffAtTelephone);
  const person = demoPerson("plain", 2);
  await page.setViewportSize({ width: 1280, height: 800 });
  await logIn(page, staff, "/desk");
  await checked(page, "/desk");
  await page
    .getByRole("searchbox", { name: "Find a patient" })
    .fill(`${person.firstName} ${person.lastName}`);
  await page.getByRole("searchbox", { name: "Find a patient" }).press("Enter");
  await page
    .getByRole("link", { name: new RegExp(`${person.firstName} ${person.lastName}`) })
    .click();
  await page.waitForURL(/\/desk\/records\//);
  await checked(page, "/desk/records/<id>");
  await page.getByRole("button", { name: "Make a login link" }).click();
  await page.getByRole("button", { name: "Send by mail" }).click();
  await expect(page.getByText("The link is on its way by mail.")).toBeVisible();
  const link = linkIn(await mailTo(person.email, /./), "/link/");

  const phone = await anotherBrowser();
  await phone.goto(link);
  await expect(phone.getByText(person.lastName)).toHaveCount(0);
  await checked(phone, "/link/<token>");
  const before = await textCount(person.mobile);
  // Mistyped, it gets the same page and no text; the way back leads to the link (S2).
  await typeBirthDate(phone, "1951-01-01");
  await phone.getByRole("button", { name: "Go on" }).click();
  await expect(phone.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  await phone.getByRole("link", { name: "Give the birth date again" }).click();
  await typeBirthDate(phone, person.dateOfBirth);
  await phone.getByRole("button", { name: "Go on" }).click();
  await typeCode(phone, await codeTo(person.mobile, before));
  await phone.getByRole("button", { name: "Yes, this is right" }).click();
  await phone.getByLabel("Password", { exact: true }).fill(newPassword);
  await phone.getByRole("button", { name: "Create password" }).click();
  await expect(phone.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  const confirm = linkIn(await mailTo(person.email, /confirm|e-mail/i), "/confirm-email");
  await phone.goto(confirm);
  await phone.getByLabel("Password", { exact: true }).fill(newPassword);
  await phone.getByRole("button", { name: "Confirm" }).click();
  await acceptTerms(phone);

  await phone.goto(link);
  await expect(phone.getByText("This link has been used")).toBeVisible();

  await page.goto("/desk/login-links");
  await expect(page.getByText("Used").first()).toBeVisible();
  await checked(page, "/desk/login-links");
});
