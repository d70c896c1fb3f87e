import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { shownBy } from "./support/factors";
import { linkIn, mailTo } from "./support/outside";
import { openSession, portal, signIn } from "./support/session";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

// Somebody made up for each run: nobody else's story knows them.
const tag = Date.now().toString(36);
const email = `wren.ashcombe.${tag}@staff.test`;
const password = "quiet harbour thistle nineteen";

test("R52: an admin invites somebody, who sets up a login, changes their role and removes them", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  test.setTimeout(180_000);
  await signIn(context, demoLogin(cast.admin).loginName);
  await page.goto("/desk/people");
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await checked(page, "/desk/people/invite");
  await page.getByLabel("First name").fill("Wren");
  await page.getByLabel("Last name").fill(`Ashcombe-${tag}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Mobile").fill("12");
  await page.getByRole("radio", { name: /^Orthodontist/ }).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("It needs to be a mobile").first()).toBeVisible();
  await checked(page, "/desk/people/invite, a wrong number");
  await page.getByLabel("Mobile").fill("+46701740699");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way by mail.")).toBeVisible();
  const waiting = page.getByRole("listitem").filter({ hasText: email });
  await expect(waiting).toContainText("Invited until");
  await checked(page, "/desk/people, somebody invited");
  const first = linkIn(await mailTo(email, /invites you to work/), "/set-up/");

  await waiting.getByRole("button", { name: /^Send again/ }).click();
  await expect(waiting.getByText("Sent. The older link no longer works.")).toBeVisible();
  const theirs = await anotherBrowser();
  await theirs.goto(first);
  await expect(theirs.getByText(/A newer link was made/)).toBeVisible();
  let second = first;
  await expect
    .poll(async () => {
      second = linkIn(await mailTo(email, /invites you to work/), "/set-up/");
      return second;
    })
    .not.toBe(first);
  await theirs.goto(second);
  await checked(theirs, "/set-up, invited");
  await theirs.getByLabel("Password", { exact: true }).fill(password);
  await theirs.getByLabel("Password, once more").fill(password);
  const offered = theirs.waitForResponse((answer) => answer.url().endsWith("/set-ups/password"));
  await theirs.getByRole("button", { name: "Go on" }).click();
  const { secret } = (await (await offered).json()) as { secret: string };
  await expect(theirs.getByRole("img", { name: /QR picture/ })).toBeVisible();
  await theirs.getByLabel("Code", { exact: true }).fill(await shownBy(secret));
  const completed = theirs.waitForResponse((answer) => answer.url().endsWith("/set-ups/complete"));
  await theirs.getByRole("button", { name: "Add this app" }).click();
  const { loginName } = (await (await completed).json()) as { loginName: string };

  // At work in their own browser, with the page of their role open.
  const { token } = await openSession(loginName);
  await theirs
    .context()
    .addCookies([
      { name: "archway-session", value: token, url: portal, httpOnly: true, sameSite: "Lax" },
    ]);
  await theirs.goto("/doctor");
  await expect(theirs).toHaveURL(/\/doctor/);

  await page.goto(`/desk/people?q=${tag}`);
  await page.getByRole("link", { name: `Wren Ashcombe-${tag}` }).click();
  await expect(page.getByText(/Nobody can book Wren/)).toBeVisible();
  await checked(page, "/desk/people/[id], a new orthodontist");
  await page.getByRole("button", { name: "Change the role" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New role").selectOption("staff");
  await checked(page, "/desk/people/[id], changing the role");
  await dialog.getByRole("button", { name: "Change the role" }).click();
  await expect(
    page
      .getByRole("main")
      .locator("header")
      .getByText(/^(Staff|Desk)$/),
  ).toBeVisible();
  await theirs.goto("/doctor");
  await expect(theirs).toHaveURL(/\/login/);

  await page.getByRole("button", { name: "Remove from the practice" }).click();
  await dialog.getByLabel("Type REMOVE to confirm").fill("yes");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(dialog.getByText("Type the word as it stands above.").first()).toBeVisible();
  await checked(page, "/desk/people/[id], removing");
  await dialog.getByLabel("Type REMOVE to confirm").fill("remove");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await page.waitForURL(/view=removed/);
  const former = page.getByRole("listitem").filter({ hasText: `Ashcombe-${tag}` });
  await expect(former).toContainText(/Was (Staff|Desk) until/);
  await checked(page, "/desk/people, removed");

  // The way back: the same login, taken up again with the mailed link.
  await former.getByRole("link", { name: /^Invite again/ }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way by mail.")).toBeVisible();
  let third = second;
  await expect
    .poll(async () => {
      third = linkIn(await mailTo(email, /invites you to work/), "/set-up/");
      return third;
    })
    .not.toBe(second);
  await theirs.goto(third);
  await expect(theirs.getByText(loginName)).toBeVisible();
  await checked(theirs, "/set-up, to accept");
  await theirs.getByRole("button", { name: "Accept" }).click();
  await expect(theirs.getByRole("heading", { name: "You are in" })).toBeVisible();
  await checked(theirs, "/set-up, accepted");
});

test("R52: the only admin is told why they stay", async ({ page, context, checked }) => {
  const own = demoLogin(cast.admin).loginName;
  await signIn(context, own);
  await page.goto("/desk/people");
  const row = page.getByRole("row").filter({ hasText: own });
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Role and place here" })).toBeVisible();
  await checked(page, "/desk/people/[id], one's own");
});
