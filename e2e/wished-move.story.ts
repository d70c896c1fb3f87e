import { cast } from "./support/cast";
import { mailTo } from "./support/outside";
import { emailOf, headersOf, openSession, portal, signIn } from "./support/session";
import { expect, test } from "./support/story";

test("R31, R36: a patient asks to move a visit that stays where it is, takes the wish back, asks again and gets the yes", async ({
  page,
  context,
  checked,
}) => {
  const patient = await openSession(cast.asksToMove);
  const desk = await openSession(cast.staff);
  const email = await emailOf(cast.asksToMove);
  const get = async (who: { token: string }, path: string) =>
    (await page.request.get(portal + path, { headers: headersOf(who.token) })).json();
  const post = async (who: { token: string }, path: string, data: object) => {
    const answer = await page.request.post(portal + path, { headers: headersOf(who.token), data });
    expect(answer.ok()).toBe(true);
    return answer.json();
  };
  const approve = (id: string, version: number) =>
    post(desk, `/api/diary/appointments/${id}/approve`, { version });
  const { items: types } = await get(patient, "/api/visit-types");
  const type = types.find(({ needsApproval }: { needsApproval: boolean }) => needsApproval);
  const from = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 26 * 86_400_000).toISOString().slice(0, 10);
  const { items: slots } = await get(
    patient,
    `/api/slots?visitTypeId=${type.id}&from=${from}&to=${to}`,
  );
  const { startsAt, practitionerId } = slots[3];
  const asked = { visitTypeId: type.id, practitionerId, startsAt };
  const { id } = await post(patient, "/api/appointments", asked);
  await approve(id, 1);

  await signIn(context, cast.asksToMove);
  const askForAnother = async () => {
    await page.goto(`/appointments/${id}/reschedule`);
    await page.getByRole("region", { name: "Suggested times" }).getByRole("link").last().click();
    await expect(page.getByText(/Your visit stays where it is until they agree/)).toBeVisible();
    await page.getByRole("button", { name: "Ask for this time" }).click();
    await expect(page.getByText(/^You asked for/)).toBeVisible();
  };
  await askForAnother();
  await checked(page, "/appointments, a wish for another time");
  const ownVisit = async () => {
    const { items } = await get(patient, "/api/appointments?when=upcoming");
    return items.find((one: { id: string }) => one.id === id);
  };
  expect(await ownVisit()).toMatchObject({ state: "booked", startsAt });
  await page.getByRole("button", { name: "Take this wish back" }).click();
  await expect(page.getByText("You have taken your wish back")).toBeVisible();
  await expect(page.getByText(/^You asked for/)).toHaveCount(0);

  await askForAnother();
  const { wish } = await ownVisit();
  const on = wish.startsAt.slice(0, 10);
  const next = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
  const { appointments } = await get(desk, `/api/diary?from=${on}&to=${next}`);
  const request = appointments.find(
    ({ moveOf }: { moveOf: { appointmentId: string } | null }) => moveOf?.appointmentId === id,
  );
  expect(request).toMatchObject({ moveOf: { startsAt }, can: ["approve", "decline"] });
  await approve(request.id, request.version);
  expect(await ownVisit()).toMatchObject({ startsAt: wish.startsAt, wish: null });
  await mailTo(email, /new time/i);
});
