import { cast } from "./support/cast";
import { demoPerson } from "./support/demo";
import { codeTo, linkIn, mailTo, textCount } from "./support/outside";
import {
  endRegistrationsOf,
  newPassword,
  typeBirthDate,
  typeCode,
  typeDetails,
} from "./support/registration";
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
  await checked(desk, "which of two records it is");
  await desk.getByRole("button", { name: "Choose this record" }).click();
  await expect(desk.getByText(/by the link in the mail that is on its way/)).toBeVisible();

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

test("S2, R3: a second tab, the back button, another device and the day's end lead to the step that is due", async ({
  page,
  context,
  anotherBrowser,
  checked,
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
  await tab.getByLabel("Password", { exact: true }).fill("Quiet-Heron-Lantern-77");
  await tab.getByRole("button", { name: "Create password" }).click();
  await expect(tab.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  await expect(tab.getByText("The first one counts.")).toBeVisible();
  await checked(tab, "/register/email, a second password");

  const phone = await anotherBrowser();
  await phone.goto(linkIn(await mailTo(person.email, /./), "/confirm-email"));
  await phone.getByText("Forgotten it?").click();
  await expect(phone.getByRole("link", { name: "Register again" })).toBeVisible();
  await checked(phone, "/confirm-email, forgotten");
  await phone.getByLabel("Password", { exact: true }).fill(newPassword);
  await phone.getByRole("button", { name: "Confirm" }).click();
  await expect(phone.getByRole("heading", { name: "The terms" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Continued elsewhere" })).toBeVisible();
  await checked(page, "/register/elsewhere");

  await endRegistrationsOf(person.email);
  await phone.reload();
  await expect(phone.getByRole("heading", { name: "This registration has ended" })).toBeVisible();
  await checked(phone, "/register/over");
  await phone.getByRole("link", { name: "Start again" }).click();
  await expect(phone.getByLabel("First name")).toHaveValue(person.firstName);
});

test("R1: each question says at once what is wrong, and Back comes to the one asked last", async ({
  page,
}) => {
  const person = demoPerson("plain", 1);
  const next = page.getByRole("button", { name: "Next" });
  await page.goto("/register?practice=nosuch");
  await expect(page.getByText("There is no practice “nosuch” here")).toBeVisible();
  await page.getByLabel("First name").fill(person.firstName);
  await page.getByLabel("Last name").fill(person.lastName);
  await next.click();
  await typeBirthDate(page, "1990-02-30");
  await next.click();
  await expect(page.getByText("There is no such day.")).toBeVisible();
  await typeBirthDate(page, "75-02-03");
  await next.click();
  await expect(page.getByText("four digits")).toBeVisible();
  await typeBirthDate(page, person.dateOfBirth);
  await next.click();
  await page.getByLabel("E-mail", { exact: true }).fill("x@example");
  await next.click();
  await expect(page.getByText("It looks like name@example.com.")).toBeVisible();

  await typeDetails(page, person);
  await expect(page.getByRole("heading", { name: "Is this right?" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Mobile number")).toBeVisible();
  await expect(page.getByLabel("Mobile number")).not.toHaveValue("");
});
