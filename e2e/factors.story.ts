import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { factorGivenAgo, shownBy, withFingerprint } from "./support/factors";
import { typePassword } from "./support/login";
import { codeTo, linkIn, mailTo, textCount } from "./support/outside";
import { emailOf, signIn } from "./support/session";
import { expect, test } from "./support/story";

test("R13: a patient adds a passkey, logs in with it, and removes it", async ({
  page,
  context,
  checked,
}) => {
  const patient = demoLogin(cast.keepsPasskey);
  await withFingerprint(context, page);
  await signIn(context, patient.loginName);
  await page.goto("/account/security");
  await checked(page, "/account/security");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Chrome, Linux");
  await page.getByLabel("Name", { exact: true }).fill("Phone with a long name, kept at home");
  await checked(page, "naming a passkey");
  await page.getByRole("button", { name: "Make the passkey" }).click();
  await expect(page.getByText("The passkey is set up.")).toBeVisible();
  await mailTo(await emailOf(patient.loginName), /a way to log in was added/i);

  await context.clearCookies();
  await typePassword(page, patient.loginName, patient.password);
  await expect(page.getByRole("button", { name: "Use passkey" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Use your passkey" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Use passkey" })).toBeFocused();
  await expect(page).toHaveTitle("Use your passkey · Archway");
  await checked(page, "the login with a passkey");
  await page.getByRole("button", { name: "Use passkey" }).click();
  await page.waitForURL("/");

  await page.goto("/account/security");
  await page.getByRole("button", { name: /^Rename Phone with a long name/ }).click();
  const name = page.getByRole("dialog").getByLabel("Name", { exact: true });
  await expect(name).toBeFocused();
  await name.fill("Phone with a long name, now in the drawer");
  await page.keyboard.press("Escape");
  await expect(page.getByText("What you typed is not sent yet.")).toBeVisible();
  await page.getByRole("button", { name: "Go on typing" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Phone with a long name, now in the drawer")).toBeVisible();
  await page.getByRole("button", { name: /^Remove Phone with a long name/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("Removed.")).toBeVisible();
});

test("R13: an authenticator app, recovery codes, and another way at the login", async ({
  page,
  context,
  checked,
}) => {
  const patient = demoLogin(cast.keepsCodes);
  await signIn(context, patient.loginName);
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Add an authenticator app" }).click();
  await expect(page.getByRole("img", { name: /QR picture/ })).toBeVisible();
  await checked(page, "adding an authenticator app");
  const secret = await page.getByLabel("Or type this secret into the app").inputValue();
  await page.getByLabel("Code", { exact: true }).fill(await shownBy(secret));
  await page.getByRole("button", { name: "Add this app" }).click();
  await expect(page.getByText("The authenticator app is set up.")).toBeVisible();

  await page.getByRole("button", { name: "Make recovery codes" }).click();
  const codes = page.getByRole("listitem").filter({ hasText: /^(\w{4}-){3}\w{4}$/ });
  await expect(codes).toHaveCount(10);
  const kept = await codes.first().textContent();
  await checked(page, "the recovery codes");
  await page
    .getByRole("link", { name: /^Account settings|^Your login/ })
    .first()
    .click();
  await expect(page.getByRole("dialog", { name: "Have you kept the codes?" })).toBeVisible();
  await page.getByRole("button", { name: "Back to the codes" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 codes are left.")).toBeVisible();
  await page.getByRole("button", { name: "Make new codes" }).click();
  await expect(page.getByRole("dialog", { name: "Make ten new codes?" })).toBeVisible();
  await checked(page, "the question before new codes");
  await page.getByRole("button", { name: "Keep the old ones" }).click();

  await context.clearCookies();
  await typePassword(page, patient.loginName, patient.password);
  await page.getByText("Use another way").click();
  await checked(page, "the other ways at the login");
  await page.getByRole("button", { name: "Recovery code" }).click();
  await expect(page.getByText("Enter one of the recovery codes")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Enter a recovery code" })).toBeVisible();
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await page.getByLabel("Code", { exact: true }).fill((kept ?? "").toUpperCase());
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await page.waitForURL("/");
  await mailTo(await emailOf(patient.loginName), /recovery code was used/i);
  await page.goto("/account/security");
  await expect(page.getByText("9 codes are left.")).toBeVisible();
});

test("S11: what is protected asks for the factor in a dialog, and goes on with what was begun", async ({
  page,
  context,
  checked,
}) => {
  const patient = demoLogin(cast.provesAgain);
  await signIn(context, patient.loginName);
  await page.goto("/account/security");
  await factorGivenAgo(patient.loginName, 11);
  const number = patient.mobile ?? "";
  const before = await textCount(number);
  await page.getByRole("button", { name: "Make recovery codes" }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm it is you" });
  await expect(dialog.getByLabel("Code", { exact: true })).toBeVisible();
  await checked(page, "the step-up dialog");

  // Left with Escape: nothing has happened, and the page says why.
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("alert").first()).toBeVisible();

  // Again: the code on its way still counts.
  await page.getByRole("button", { name: "Make recovery codes" }).click();
  await dialog.getByLabel("Code", { exact: true }).fill(await codeTo(number, before));
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Your ten recovery codes" })).toBeVisible();
  expect(await textCount(number)).toBe(before + 1);
});

test("R13: an admin resets a colleague's second step; the way back is link, password, and a new app or passkey", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const colleague = demoLogin(cast.losesPhone);
  await signIn(context, cast.admin);
  await page.goto("/desk/people");
  await checked(page, "/desk/people");
  const row = page.getByRole("row").filter({ hasText: colleague.loginName });
  await row.getByRole("link").click();
  await page.getByRole("button", { name: /^Reset second step of/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset second step" }).click();
  await expect(page.getByText(/The second step of .* was reset/)).toBeVisible();

  const theirs = await anotherBrowser();
  await withFingerprint(theirs.context(), theirs);
  await typePassword(theirs, colleague.loginName, colleague.password);
  await expect(theirs.getByText(/no second step yet/)).toBeVisible();
  const mail = await mailTo(await emailOf(colleague.loginName), /set up your second step again/i);
  await theirs.goto(linkIn(mail, "/new-factor/"));
  await checked(theirs, "/new-factor");
  await theirs.getByLabel("Password", { exact: true }).fill(colleague.password);
  await theirs.getByRole("button", { name: "Next" }).click();
  await expect(theirs.getByRole("img", { name: /QR picture/ })).toBeVisible();
  await expect(theirs.getByRole("heading", { name: "Choose a second step" })).toBeFocused();
  await checked(theirs, "/new-factor, app or passkey");
  await theirs.getByRole("button", { name: "Make a passkey" }).click();
  await expect(theirs.getByText("Your ten recovery codes")).toBeVisible();
  const kept = await theirs
    .getByRole("listitem")
    .filter({ hasText: /^(\w{4}-){3}\w{4}$/ })
    .first()
    .textContent();
  await checked(theirs, "/new-factor, done");

  await typePassword(theirs, colleague.loginName, colleague.password);
  await theirs.getByText("Use another way").click();
  await theirs.getByRole("button", { name: "Recovery code" }).click();
  await expect(theirs.getByText("Enter one of the recovery codes")).toBeVisible();
  await theirs.getByLabel("Code", { exact: true }).fill(kept ?? "");
  await theirs.getByRole("button", { name: "Login", exact: true }).click();
  await theirs.waitForURL(/\/doctor/);
});
