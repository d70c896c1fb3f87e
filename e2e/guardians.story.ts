import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { childrenOf } from "./support/children";
import { tabTo } from "./support/keyboard";
import { codeTo, linkIn, mailTo, textCount } from "./support/outside";
import { acceptTerms, newPassword, typeBirthDate, typeCode } from "./support/registration";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

const mobile = "+46701740690";

/** Somebody new in each run: a former run's guardian is known to the practice. */
function newGuardian() {
  const letters = [...Date.now().toString()].map((digit) => "abcdefghij"[Number(digit)]).join("");
  return {
    firstName: "Nora",
    lastName: `Falk${letters}`,
    dateOfBirth: "1984-03-27",
    email: `nora.${letters}@example.org`,
  };
}

async function typeInvitation(page: Page, guardian: ReturnType<typeof newGuardian>) {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("First name").fill(guardian.firstName);
  await dialog.getByLabel("Last name").fill(guardian.lastName);
  await dialog.getByLabel("Day", { exact: true }).fill("27");
  await dialog.getByLabel("Month", { exact: true }).fill("3");
  await dialog.getByLabel("Year", { exact: true }).fill("1984");
  await dialog.getByLabel("E-mail").fill(guardian.email);
  await dialog.getByLabel("Mobile number").fill(mobile);
  await dialog.getByLabel("Show it here once").check();
}

test("R10: staff invite a guardian, who registers, logs in and confirms the child's birth date", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const [child] = await childrenOf(cast.guardian);
  if (!child) throw new Error("no child");
  const guardian = newGuardian();
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(context, cast.invitesGuardians);
  await page.goto(`/desk/records/${child.id}`);
  await page.getByRole("button", { name: "Invite a guardian" }).click();
  await checked(page, "the invitation's form");
  await typeInvitation(page, guardian);
  await page.getByRole("dialog").getByRole("button", { name: "Invite", exact: true }).click();
  const url = await page
    .getByRole("dialog")
    .getByRole("textbox", { name: "Login link" })
    .inputValue();
  await checked(page, "the invitation's link");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Not registered yet").first()).toBeVisible();

  const phone = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await phone.goto(url);
  await expect(phone.getByText(child.firstName)).toHaveCount(0);
  const before = await textCount(mobile);
  await typeBirthDate(phone, guardian.dateOfBirth);
  await phone.getByRole("button", { name: /go on|next|continue/i }).click();
  await expect(phone.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  await typeCode(phone, await codeTo(mobile, before));
  await expect(phone.getByText(guardian.lastName).first()).toBeVisible();
  await checked(phone, "a guardian's /register/confirm");
  await phone.getByRole("button", { name: /yes/i }).click();
  await phone.getByLabel("Password", { exact: true }).fill(newPassword);
  await phone.getByRole("button", { name: "Create password" }).click();
  await expect(phone.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  await phone.goto(linkIn(await mailTo(guardian.email, /confirm/i), "/confirm-email"));
  await phone.getByLabel("Password", { exact: true }).fill(newPassword);
  await phone.getByRole("button", { name: "Confirm" }).click();
  await acceptTerms(phone);

  const done = await mailTo(guardian.email, /registered/);
  const loginName = done.text.match(/Login name: (\S+)/)?.[1] ?? "";
  await signIn(phone.context(), loginName);
  await phone.goto("/");
  await expect(phone).toHaveURL(/\/children$/);
  await expect(
    phone.getByRole("heading", { name: `Confirm ${child.firstName}’s birth date` }),
  ).toBeVisible();
  await expect(phone.getByText(child.lastName)).toHaveCount(0);
  await checked(phone, "/children, one to confirm");
  await typeBirthDate(phone, "2001-01-01");
  await phone.getByRole("button", { name: "Confirm" }).click();
  await expect(phone.getByText("You have 4 more tries.").first()).toBeVisible();
  await typeBirthDate(phone, child.dateOfBirth);
  await phone.getByRole("button", { name: "Confirm" }).click();
  await expect(phone).toHaveURL(new RegExp(`patient=${child.id}`));
  await expect(phone.getByRole("banner").getByText(child.firstName)).toBeVisible();

  await page.reload();
  const line = page.getByRole("listitem").filter({ hasText: guardian.lastName });
  await expect(line.getByText("Active")).toBeVisible();
  await line.getByRole("button", { name: "End access" }).click();
  await page.getByLabel("Reason").fill("Only for this story");
  await page.getByRole("dialog").getByRole("button", { name: "End access" }).click();
  await expect(line.getByText("Active")).toHaveCount(0);
  await phone.goto(`/treatment?patient=${child.id}`);
  await expect(phone).toHaveURL(/\/login/);
});

test("R10: two tabs, two children, and neither gets what was meant for the other", async ({
  page,
  context,
  checked,
}) => {
  const [first, second] = await childrenOf(cast.guardian);
  if (!first || !second) throw new Error("two children");
  await signIn(context, cast.guardian);
  await page.goto(`/messages/new?patient=${first.id}`);
  await expect(
    page.getByRole("banner").locator("summary", { hasText: first.firstName }),
  ).toBeVisible();

  const later = await context.newPage();
  await later.goto(`/appointments?patient=${first.id}`);
  const banner = later.getByRole("banner");
  await banner.locator("summary", { hasText: first.firstName }).click();
  await checked(later, "the switch between children");
  await banner.getByRole("link", { name: second.firstName }).click();
  await expect(later).toHaveURL(`/appointments?patient=${second.id}`);
  await expect(banner.locator("summary", { hasText: second.firstName })).toBeVisible();
  for (const name of ["Home", "Treatment", "Visits", "Messages"])
    await expect(later.getByRole("navigation").getByRole("link", { name }).first()).toHaveAttribute(
      "href",
      new RegExp(`patient=${second.id}`),
    );

  await page.getByLabel("What is it about").fill("A question");
  await page.getByLabel("Your message").fill("Written in the older tab.");
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().endsWith("/api/threads"),
  );
  await page.getByRole("button", { name: /send/i }).click();
  expect((await sent).postDataJSON()).toMatchObject({ patientId: first.id });
  await expect(page).toHaveURL(new RegExp(`/messages/[0-9a-f-]{36}\\?patient=${first.id}`));
  await later.goto(`/messages?patient=${second.id}`);
  await expect(later.getByText("Written in the older tab.")).toHaveCount(0);

  // From one child's thread the switch leads to the other's list: the thread is not theirs.
  await page.getByRole("banner").locator("summary", { hasText: first.firstName }).click();
  await page.getByRole("banner").getByRole("link", { name: second.firstName }).click();
  await expect(page).toHaveURL(`/messages?patient=${second.id}`);
});

test("R10: the switch by keyboard", async ({ page, context }) => {
  const [first, second] = await childrenOf(cast.guardian);
  if (!first || !second) throw new Error("two children");
  await signIn(context, cast.guardian);
  await page.goto(`/treatment?patient=${first.id}`);
  const banner = page.getByRole("banner");
  await tabTo(page, banner.locator("summary").filter({ hasText: first.firstName }));
  await page.keyboard.press("Enter");
  await tabTo(page, banner.getByRole("link", { name: second.firstName }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/treatment?patient=${second.id}`);
});
