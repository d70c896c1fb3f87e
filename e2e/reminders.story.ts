import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { linkIn, mailsTo, textsTo, wakeChores } from "./support/outside";
import { emailOf, signIn } from "./support/session";
import { expect, test } from "./support/story";

/** A visit of somebody a day and three seconds from now, booked long ago, its time at the practice, and their number. */
async function visitInADay(
  loginName: string,
): Promise<{ id: string; time: string; mobile: string }> {
  return asOwner(async (client) => {
    const { practice_id: practiceId, patient_id: patientId } = await memberOf(client, loginName);
    const { rows } = await client.query<{ id: string; time: string }>(
      `insert into tenant.appointment (practice_id, id, patient_id, visit_type_id, practitioner_id, location_id, state,
         starts_at, ends_at, practitioner_busy_from_at, practitioner_busy_until_at, chair_busy_from_at, chair_busy_until_at,
         created_at, updated_at)
       select $1, gen_random_uuid(), $2, v.id, p.id, l.id, 'booked', s.at, s.until, s.at, s.until, s.at, s.until,
         app_now() - interval '30 days', app_now()
       from (select t.at, t.at + interval '1 minute' as until from identity.practice r, lateral (select
           (app_now() at time zone r.zone + interval '1 day 3 seconds') at time zone r.zone as at) t where r.id = $1) s,
         (select id from tenant.visit_type where practice_id = $1 and archived_at is null limit 1) v,
         (select id from tenant.location where practice_id = $1 limit 1) l,
         tenant.practitioner p
       where p.practice_id = $1 and not exists (select from tenant.appointment a where a.practice_id = $1
         and a.practitioner_id = p.id and a.practitioner_busy && tstzrange(s.at, s.until)
         and a.state not in ('cancelled', 'no_show', 'released'))
       limit 1 returning id, to_char(starts_at at time zone
         (select zone from identity.practice where id = practice_id), 'HH24:MI') as time`,
      [practiceId, patientId],
    );
    const login = await client.query<{ mobile: string }>(
      "select mobile from identity.login where login_name = $1",
      [loginName],
    );
    const [visit, whose] = [rows[0], login.rows[0]];
    if (!visit || !whose) throw new Error("every orthodontist is busy in a day");
    return { ...visit, mobile: whose.mobile };
  });
}

test("R35, S13: an admin adds a reminder; mail and text arrive, one press confirms, the visit shows it", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  await signIn(context, cast.admin);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/desk/settings/reminders");
  await checked(page, "/desk/settings/reminders");
  // Whatever the hour at which this runs: nothing waits for the morning.
  const quiet = page.getByRole("region", { name: "Quiet hours" });
  await quiet.getByLabel("From").selectOption({ label: "08:00" });
  await quiet.getByRole("button", { name: "Save" }).click();
  await expect(quiet.getByText("Saved. It counts from now on.")).toBeVisible();
  await page.getByRole("button", { name: "Add a reminder" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Mail" }).check();
  await checked(page, "/desk/settings/reminders, a further one");
  await dialog.getByRole("button", { name: "Save" }).click();
  const rule = "1 day before, Mail, All types of visit";
  const added = page.getByRole("button", { name: `Change: ${rule}` });
  await expect(added).toBeVisible();
  await expect(page.getByRole("region", { name: "What a visit sends" })).toContainText("Mail");

  const { id, time, mobile } = await visitInADay(cast.isReminded);
  await wakeChores();
  // Other visits of theirs are reminded of too: this one's mail and text name its time.
  const address = await emailOf(cast.isReminded);
  const mailOf = async () =>
    (await mailsTo(address)).find(
      ({ subject, text }) => subject.startsWith("Your visit on") && text.includes(time),
    );
  const textOf = async () =>
    (await textsTo(mobile)).find(({ body }) => body.includes("/visit/") && body.includes(time));
  await expect.poll(mailOf, { timeout: 20_000 }).toBeDefined();
  await expect.poll(textOf, { timeout: 20_000 }).toBeDefined();
  const [mail, text] = [await mailOf(), await textOf()];
  if (!mail) throw new Error("the mail is gone");
  const link = linkIn(mail, "/visit/");
  expect(text?.body).not.toMatch(/[{}]/);

  const phone = await anotherBrowser({ viewport: { width: 390, height: 844 } });
  await phone.goto(link);
  await phone.reload();
  await expect(phone.getByRole("heading", { name: "Will you come?" })).toBeVisible();
  await checked(phone, "/visit/<token>");
  await phone.getByRole("button", { name: "I will come" }).click();
  await expect(phone.getByRole("heading", { name: "You will come" })).toBeFocused();
  await checked(phone, "/visit/<token>, confirmed");
  await phone.goto(text?.body.match(/https?:\S+/)?.[0] ?? "");
  await expect(phone.getByText("There is nothing more to do.")).toBeVisible();
  await phone.getByRole("link", { name: "Log in to move or cancel" }).click();
  await phone.waitForURL(/\/login\?next=/);

  await signIn(phone.context(), cast.isReminded);
  const answer = await phone.request.get("/api/appointments?when=upcoming");
  const { items }: { items: { id: string; state: string }[] } = await answer.json();
  expect(items.find((visit) => visit.id === id)?.state).toBe("confirmed");

  await added.click();
  await dialog.getByLabel("Goes out").uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: `Remove: ${rule}` }).click();
  await checked(page, "/desk/settings/reminders, one to remove");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(added).toHaveCount(0);
  await quiet.getByLabel("From").selectOption({ label: "21:00" });
  await quiet.getByRole("button", { name: "Save" }).click();
  await expect(quiet.getByText("Saved. It counts from now on.")).toBeVisible();
});
