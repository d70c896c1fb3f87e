import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { asOwner } from "./support/database";
import { mailTo } from "./support/outside";
import { emailOf, signIn } from "./support/session";
import { expect, test } from "./support/story";

const clock = /^\d{1,2}[:.]\d{2}/;

/** Three visits of the patient on a Sunday, when nobody else is booked: its day as the forms say it. */
async function threeVisits(loginName: string): Promise<string> {
  return asOwner(async (client) => {
    await client.query("begin");
    const login = await client.query(
      "select id, home_practice_id as practice from identity.login where login_name = $1",
      [loginName],
    );
    const { id, practice } = login.rows[0];
    await client.query("select set_config('app.practice_id', $1, true)", [practice]);
    const { rows } = await client.query(
      `with day as (
         select ((app_now() at time zone r.zone)::date + 28 - extract(isodow from app_now() at time zone r.zone)::int)
           as on, r.zone from identity.practice r where r.id = $1),
       made as (
         insert into tenant.appointment (practice_id, id, patient_id, visit_type_id, practitioner_id, location_id, state,
           starts_at, ends_at, practitioner_busy_from_at, practitioner_busy_until_at, chair_busy_from_at,
           chair_busy_until_at, created_at, updated_at)
         select $1, gen_random_uuid(), p.id,
           (select v.id from tenant.visit_type v where v.practice_id = $1 and v.bookable_online and not v.needs_approval
              and v.archived_at is null order by v.position limit 1),
           p.practitioner_id,
           (select l.id from tenant.location l where l.practice_id = $1 order by l.name limit 1), 'booked',
           t.at, t.at + interval '20 minutes', t.at, t.at + interval '20 minutes', t.at, t.at + interval '20 minutes',
           app_now(), app_now()
         from tenant.patient p, day, generate_series(10, 12) hour,
           lateral (select (day.on + make_interval(hours => hour)) at time zone day.zone as at) t
         where p.practice_id = $1 and p.login_id = $2
         returning 1)
       select day.on::text as on from day where (select count(*) from made) > 0`,
      [practice, id],
    );
    await client.query("commit");
    return rows[0].on;
  });
}

async function see(page: Page): Promise<void> {
  await page.getByRole("button", { name: "See what it does" }).first().click();
  await expect(page.getByRole("heading", { name: "What this does" })).toBeVisible();
}

test("R29, R52: an admin adds a type of visit, sees its free times, and a patient finds them", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  await signIn(context, cast.admin);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/desk/settings/visit-types");
  await checked(page, "/desk/settings/visit-types at 390");
  await page.getByRole("link", { name: "Add a type" }).click();
  await page.getByLabel("Length in minutes").fill("4");
  await page.getByRole("button", { name: "See what it does" }).click();
  await expect(page.getByText("A visit takes 5 to 480 minutes.").first()).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Second opinion");
  await page.getByLabel("Length in minutes").fill("35");
  await see(page);
  await expect(page.getByText(/^0 stay, [1-9]\d* new, 0 gone$/)).toBeVisible();
  await checked(page, "a new type with its free times, at 390");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/desk\/settings\/visit-types$/);
  await page.getByRole("button", { name: "Move Second opinion up" }).click();
  await page.reload();

  const patient = await anotherBrowser();
  await signIn(patient.context(), cast.findsNewType);
  await patient.goto("/appointments/new");
  await patient.getByRole("link", { name: /Second opinion/ }).click();
  await expect(patient.getByRole("button", { name: clock }).first()).toBeVisible();

  await page.getByRole("link", { name: /Second opinion/ }).click();
  await page.getByRole("button", { name: "Archive this type" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Archive this type" }).click();
  await expect(page.getByRole("button", { name: "Offer it again" })).toBeVisible();
  await patient.goto("/appointments/new");
  await expect(patient.getByRole("link", { name: /Second opinion/ })).toHaveCount(0);
});

test("R36, S16: a closure shows its three visits; they are moved, cancelled and asked", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const day = await threeVisits(cast.isInTheWay);
  await signIn(context, cast.admin);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/desk/settings/closures");
  await page.getByLabel("Reason, for the team").fill("Water pipes");
  await page.getByLabel("From", { exact: true }).fill(`${day}T08:00`);
  await page.getByLabel("Until", { exact: true }).fill(`${day}T20:00`);
  await see(page);
  await expect(page.getByText("Booked visits in the way: 3")).toBeVisible();
  await checked(page, "/desk/settings/closures, what it does");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Work through the visits in the way" }).click();
  await expect(page.getByText("3 visits open of 3")).toBeVisible();
  const address = page.url();

  // Staff work it, not admins alone.
  const desk = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await signIn(desk.context(), cast.staff);
  await desk.goto(address);
  await checked(desk, "/desk/closures/<id> at 390");
  const lines = desk.getByRole("main").getByRole("listitem");
  await lines
    .nth(0)
    .getByRole("button", { name: /^Suggest a new time/ })
    .click();
  await lines
    .nth(0)
    .getByRole("button", { name: /^Move to/ })
    .click();
  await expect(lines.nth(0).getByText("Moved", { exact: true })).toBeVisible();
  await lines
    .nth(1)
    .getByRole("button", { name: /^Cancel the visit/ })
    .click();
  await desk.getByLabel("Reason").fill("Closed");
  await desk.getByRole("dialog").getByRole("button", { name: "Cancel the visit" }).click();
  await expect(lines.nth(1).getByText("Cancelled", { exact: true })).toBeVisible();
  await lines.nth(2).getByRole("button", { name: /^Ask/ }).click();
  await expect(lines.nth(2).getByText("Asked, waiting")).toBeVisible();
  await checked(desk, "/desk/closures/<id>, worked through");
  await mailTo(await emailOf(cast.isInTheWay), /needs a new time/i);

  await page.goto("/desk/settings/closures");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Water pipes" })
    .getByRole("button", { name: /^Open again/ })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Open again" }).click();
  await expect(page.getByText("Water pipes")).toHaveCount(0);
});
