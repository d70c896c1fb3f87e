import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { mailTo } from "./support/outside";
import { emailOf, signIn } from "./support/session";
import { expect, test } from "./support/story";

/** A patient of somebody's practice who plays nowhere else. */
async function spare(colleague: string): Promise<string> {
  return asOwner(async (client) => {
    const { practice_id: practiceId } = await memberOf(client, colleague);
    const { rows } = await client.query<{ login_name: string }>(
      `select l.login_name from identity.login l join tenant.membership m on m.login_id = l.id and m.ended_at is null
       join tenant.patient p on p.practice_id = m.practice_id and p.id = m.patient_id and p.archived_at is null
       where l.home_practice_id = $1 and l.status = 'active' and l.email_verified_at is not null
         and l.login_name <> all ($2::text[])
         and not exists (select from tenant.membership o where o.login_id = l.id and o.id <> m.id)
         and not exists (select from tenant.guardianship g where g.guardian_person_id = l.person_id)
       order by l.login_name`,
      [
        practiceId,
        Object.values(cast).flatMap((who) => (typeof who === "string" ? who : Object.values(who))),
      ],
    );
    const name = rows[0]?.login_name;
    if (!name) throw new Error("nobody is left to play");
    return name;
  });
}

test("S23: somebody reads what goes and what stays, deletes their login, and is out everywhere", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const loginName = await spare(cast.orthodontistWhoCompletes);
  const email = await emailOf(loginName);
  const elsewhere = await anotherBrowser();
  await signIn(elsewhere.context(), loginName);
  await elsewhere.goto("/treatment");
  await signIn(context, loginName);
  await page.goto("/account");
  await page.getByRole("link", { name: "Delete my login" }).first().click();
  await page.waitForURL("/account/delete");
  await expect(
    page.getByRole("heading", { name: "What the practice keeps, and why" }),
  ).toBeVisible();
  await expect(
    page.getByRole("main").getByRole("link", { name: "Download my data" }),
  ).toBeVisible();
  await checked(page, "/account/delete");

  const typed = page.getByLabel(/^Type your login name/);
  await typed.fill("somebody.else");
  await page.getByRole("button", { name: "Delete my login" }).click();
  await expect(page.getByText("This is not your login name.").first()).toBeVisible();
  await checked(page, "/account/delete, another name");
  await typed.fill(loginName);
  await page.getByRole("button", { name: "Delete my login" }).click();
  await page.waitForURL("/login-deleted");
  await expect(page.getByRole("heading", { name: "Your login is deleted" })).toBeVisible();
  await checked(page, "/login-deleted");
  await mailTo(email, /access to the portal was deleted/i);

  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
  await elsewhere.goto("/treatment");
  await expect(elsewhere).toHaveURL(/\/login/);
});

test("S23: an admin deletes the login of who asks by phone, with a reason; the record says so", async ({
  page,
  context,
  checked,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const loginName = await spare(cast.adminAtRiverbend);
  const { patient_id: patientId } = await asOwner((client) => memberOf(client, loginName));
  await signIn(context, cast.staffAtRiverbend);
  await page.goto(`/desk/records/${patientId}`);
  await expect(page.getByText(loginName, { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete login" })).toHaveCount(0);

  await signIn(context, cast.adminAtRiverbend);
  await page.goto(`/desk/records/${patientId}`);
  await page.getByRole("button", { name: "Delete login" }).click();
  const dialog = page.getByRole("dialog");
  await checked(page, "deleting a login for somebody");
  await dialog.getByRole("button", { name: "Delete login" }).click();
  await expect(dialog.getByRole("alert").first()).toBeVisible();
  await dialog.getByLabel("Reason").fill("Asked by phone, birth date and address checked");
  await dialog.getByRole("button", { name: "Delete login" }).click();
  await expect(page.getByText(/Login deleted by the practice on/)).toBeVisible();
  await expect(page.getByText(loginName, { exact: true })).toHaveCount(0);
  await checked(page, "/desk/records/[id], login deleted");
});
