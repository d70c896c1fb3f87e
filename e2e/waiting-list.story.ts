import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { mailsTo } from "./support/outside";
import { emailOf, portal, signIn } from "./support/session";
import { expect, test } from "./support/story";

interface Slot {
  readonly startsAt: string;
  readonly practitionerId: string;
}

async function send<T>(page: Page, path: string, data: object): Promise<T> {
  const headers = { origin: new URL(portal).origin };
  const answer = await page.request.post(path, { data, headers });
  expect(answer.ok(), `${path} answered ${answer.status()}`).toBe(true);
  return answer.json();
}

/** Free times of the first type that can be booked at once, from some days ahead on. */
async function freeTimes(page: Page, visitTypeId: string): Promise<Slot[]> {
  const day = (ahead: number) =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const range = `from=${day(5)}&to=${day(40)}&visitTypeId=${visitTypeId}`;
  const answer = await page.request.get(`/api/slots?${range}`);
  const { items }: { items: Slot[] } = await answer.json();
  return items;
}

/** The address in the mail of the offer that stands now. */
async function mailedOffer(page: Page): Promise<string> {
  const email = await emailOf(cast.waits);
  let path = "nowhere";
  const isMailed = async () => {
    const { items } = await (await page.request.get("/api/waiting-list")).json();
    path = `/appointments/offers/${items[0]?.offers[0]?.id}`;
    return (await mailsTo(email)).some(({ text }) => text.includes(path));
  };
  await expect.poll(isMailed, { timeout: 30_000 }).toBe(true);
  return path;
}

/** Nobody is written to at night, whenever the story runs; answers what puts the night back. */
async function withoutNight(loginName: string): Promise<() => Promise<void>> {
  const set = (from: number, until: number) =>
    asOwner(async (client) => {
      const { practice_id: id } = await memberOf(client, loginName);
      const { rows } = await client.query<{ from: number; until: number }>(
        `with old as (select quiet_from_minute, quiet_until_minute from tenant.practice_settings where practice_id = $1)
         update tenant.practice_settings s set quiet_from_minute = $2, quiet_until_minute = $3 from old
         where s.practice_id = $1 returning old.quiet_from_minute as "from", old.quiet_until_minute as "until"`,
        [id, from, until],
      );
      return rows[0] ?? { from: 1260, until: 480 };
    });
  const old = await set(0, 0);
  return async () => void (await set(old.from, old.until));
}

test("R35: who waits is mailed when another patient cancels, takes the time with one button, and the old one is free", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const other = await anotherBrowser();
  await signIn(context, cast.waits);
  await signIn(other.context(), cast.givesTimeBack);
  const listed = await page.request.get("/api/visit-types");
  const { items: types }: { items: { id: string; needsApproval: boolean }[] } = await listed.json();
  const visitTypeId = types.find(({ needsApproval }) => !needsApproval)?.id ?? "";
  const times = await freeTimes(page, visitTypeId);
  const [early, late] = [times.at(0), times.at(-1)];
  if (!early || !late) throw new Error("no free times in the demo");
  const taken = await send<{ id: string }>(other, "/api/appointments", {
    visitTypeId,
    ...pick(early),
  });
  const own = await send<{ id: string }>(page, "/api/appointments", { visitTypeId, ...pick(late) });

  // Nothing is asked for yet: the visits are where one chooses.
  await page.goto("/appointments/waiting-list");
  await page.waitForURL(/\/appointments$/);
  await page.locator(`a[href*='waiting-list?visit=${own.id}']`).click();
  await expect(page.getByRole("heading", { name: /Tell me when an earlier time/ })).toBeVisible();
  await checked(page, "/appointments/waiting-list");
  // Other stories give times back meanwhile, and nobody is told of more than three a day: this day alone.
  const on = early.startsAt.slice(0, 10);
  await page.getByLabel("Not before").fill(on);
  await page.getByLabel("Not after").fill(on);
  await page.getByRole("button", { name: "Put me on the list" }).click();
  await expect(page.getByText("You are on the waiting list").first()).toBeVisible();
  await checked(page, "/appointments, waiting");

  const night = await withoutNight(cast.waits);
  try {
    await send(other, `/api/appointments/${taken.id}/cancel`, { reason: "I am away" });
    await page.goto(await mailedOffer(page));
  } finally {
    await night();
  }
  await expect(page.getByRole("heading", { name: "An earlier time is free" })).toBeVisible();
  await checked(page, "/appointments/offers/<id>");
  // Somebody else may have given a time of this day back as well.
  const offer = `/appointments/offers/${await offerOf(page, early)}`;
  await page.goto("/appointments");
  await expect(page.getByText("A time is free for you").first()).toBeVisible();
  await page.locator(`a[href="${offer}"]`).click();
  await page.getByRole("button", { name: "Take this time" }).click();
  await expect(page.getByText("Your visit is moved").first()).toBeVisible();
  const upcoming = await (await page.request.get("/api/appointments?when=upcoming")).json();
  expect(upcoming.items).toContainEqual(
    expect.objectContaining({ id: own.id, startsAt: early.startsAt }),
  );
  const starts = (await freeTimes(other, visitTypeId)).map((time) => time.startsAt);
  expect(starts).toContain(late.startsAt);
  await page.goto(offer);
  await expect(page.getByText("You have taken this time")).toBeVisible();
  await send(page, `/api/appointments/${own.id}/cancel`, { reason: "I am away" });

  const desk = await anotherBrowser();
  await signIn(desk.context(), cast.staff);
  await desk.goto("/desk/waiting-list?add=1&query=a");
  await checked(desk, "/desk/waiting-list, find a patient");
  await desk.goto("/desk/waiting-list");
  await expect(desk.getByRole("heading", { level: 1, name: "Waiting list" })).toBeVisible();
  await checked(desk, "/desk/waiting-list");
});

async function offerOf(page: Page, { startsAt, practitionerId }: Slot): Promise<string> {
  type Offer = { id: string; startsAt: string; practitioner: { id: string } };
  let found: Offer | undefined;
  await expect
    .poll(async () => {
      const { items }: { items: { offers: Offer[] }[] } = await (
        await page.request.get("/api/waiting-list")
      ).json();
      found = items
        .flatMap(({ offers }) => offers)
        .find(
          (offer) =>
            Date.parse(offer.startsAt) === Date.parse(startsAt) &&
            offer.practitioner.id === practitionerId,
        );
      return found?.id;
    })
    .toBeDefined();
  return found?.id ?? "";
}

const pick = ({ startsAt, practitionerId }: Slot) => ({ startsAt, practitionerId });
