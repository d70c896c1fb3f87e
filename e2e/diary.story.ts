import type { Locator, Page } from "@playwright/test";
import { cast } from "./support/cast";
import { headersOf, openSession, portal, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

const HOUR_MS = 3_600_000;

interface Diary {
  readonly at: string;
  readonly practitioners: { readonly id: string; readonly isMe: boolean }[];
  readonly visitTypes: { readonly id: string; readonly minutes: number }[];
  readonly appointments: { readonly id: string; readonly state: string }[];
}

/** A working day of the first orthodontist, beyond what patients can book online: nobody else books on it. */
async function quietDay(page: Page): Promise<{ on: string; who: string }> {
  const today = new Date().toISOString().slice(0, 10);
  const from = addDays(today, 190);
  const answer = await page.request.get(`/api/diary?from=${from}&to=${addDays(from, 14)}`);
  const { practitioners, appointments } = await answer.json();
  const booked = new Set(
    appointments.map((visit: { startsAt: string }) => visit.startsAt.slice(0, 10)),
  );
  for (const { id, isMe, days } of practitioners)
    for (const { on, spans } of days)
      if (isMe && !booked.has(on) && spans.some(({ kind }: { kind: string }) => kind === "open"))
        return { on, who: id };
  throw new Error("the orthodontist works on no day of two weeks");
}

const addDays = (on: string, days: number) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 24 * HOUR_MS).toISOString().slice(0, 10);

const visitOf = (page: Page, name: RegExp) =>
  page.locator("[data-visit]").filter({ hasText: name });
const startOf = async (visit: Locator) => /\d\d:\d\d/.exec((await visit.textContent()) ?? "")?.[0];

async function pull(page: Page, from: { x: number; y: number }, down: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + down / 2, { steps: 4 });
  await page.mouse.move(from.x, from.y + down, { steps: 4 });
}

test("R36: the desk books by keys, drags, pulls, moves by keys and cancels; another screen sees it at once", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  const second = await anotherBrowser({ viewport: { width: 1280, height: 800 } });
  await signIn(second.context(), cast.orthodontist);
  const { on, who } = await quietDay(second);
  await second.goto(`/doctor/diary?on=${on}`);
  await expect(second.locator("[data-column]")).toHaveCount(1);
  await signIn(context, cast.staffAtTelephone);
  await page.goto(`/desk/diary?on=${on}&who=${who}`);
  await settled(page);

  const cursor = page.locator("[data-cursor]");
  await cursor.focus();
  for (const key of ["PageDown", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("combobox", { name: "Patient" })).toBeFocused();
  await page.keyboard.type("oakhurst");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Book", exact: true })).toBeFocused();
  await expect(page.getByText(/Held while you book/)).toBeVisible();
  await checked(page, "/desk/diary, booking");
  await page.keyboard.press("Enter");
  const visit = visitOf(page, /Oakhurst.*Booked/);
  await expect(visit).toBeFocused();
  const there = visitOf(second, /Oakhurst.*Booked/);
  await expect(there).toBeVisible();

  const booked = await startOf(visit);
  const box = await visit.boundingBox();
  if (!box) throw new Error("the visit has no place");
  await pull(page, { x: box.x + 40, y: box.y + 8 }, 60);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await pull(page, { x: box.x + 40, y: box.y + 8 }, 60);
  await page.mouse.up();
  await expect(page.getByRole("heading", { name: /Move the visit of/ })).toBeVisible();
  await checked(page, "/desk/diary, moving");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(() => startOf(there)).not.toBe(booked);
  expect(await startOf(visit)).toBe(await startOf(there));

  const before = await visit.boundingBox();
  if (!before) throw new Error("the visit has no place");
  await pull(page, { x: before.x + 60, y: before.y + before.height - 3 }, 40);
  await page.mouse.up();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect
    .poll(async () => (await visit.boundingBox())?.height ?? 0)
    .toBeGreaterThan(before.height + 20);

  const dragged = await startOf(visit);
  await visit.focus();
  for (const key of ["m", "PageDown", "ArrowUp", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("button", { name: "Move", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => startOf(there)).not.toBe(dragged);

  await there.click();
  await second.getByText("What happened").click();
  await expect(second.getByText(/Moved to/).first()).toBeVisible();
  await checked(second, "/doctor/diary, a visit");
  await second.getByRole("button", { name: "Cancel visit" }).click();
  await second.getByRole("button", { name: "Cancel visit" }).click();
  await expect(second.getByText("Say why.")).toBeVisible();
  await second.getByLabel("Why is it cancelled?").fill("The chair is being repaired");
  await second.getByRole("button", { name: "Cancel visit" }).click();
  await expect(there).toHaveCount(0);
  await expect(visit).toHaveCount(0);
});

test("R36: a request made online is approved, a patient arrives, sits down and is done", async ({
  page,
  context,
}) => {
  const { token } = await openSession(cast.asksForApproval);
  const asPatient = { headers: headersOf(token) };
  const get = async (path: string) => (await page.request.get(portal + path, asPatient)).json();
  const { items: types } = await get("/api/visit-types");
  const type = types.find(({ name }: { name: string }) => name === "Refinement review");
  const from = addDays(new Date().toISOString().slice(0, 10), 20);
  const { items: slots } = await get(
    `/api/slots?visitTypeId=${type.id}&from=${from}&to=${addDays(from, 14)}`,
  );
  const { startsAt, practitionerId } = slots.at(-1);
  const asked = await page.request.post(`${portal}/api/appointments`, {
    ...asPatient,
    data: { visitTypeId: type.id, practitionerId, startsAt },
  });
  expect(asked.status()).toBe(201);

  await signIn(context, cast.staffAtTelephone);
  await page.goto(`/desk/diary?on=${startsAt.slice(0, 10)}`);
  const request = visitOf(page, /Fairweather.*Asked for/);
  await expect(request).toBeVisible();
  // Whatever day is shown, the requests of all days wait here.
  const today = new Date().toISOString().slice(0, 10);
  await page.goto(`/desk/diary?on=${today}`);
  await page.getByRole("button", { name: /^Asked for/ }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Fairweather" });
  const asksFor = dayAndTime(startsAt);
  await expect(line.filter({ hasText: asksFor })).toBeVisible();
  await page.goto(`/desk/diary?on=${startsAt.slice(0, 10)}`);
  await page.getByRole("button", { name: /^Asked for/ }).click();
  await line.filter({ hasText: asksFor }).getByRole("button", { name: "Approve" }).click();
  await expect(visitOf(page, /Fairweather.*Booked/).first()).toBeVisible();
  await page.getByRole("button", { name: /^Online since/ }).click();
  await expect(page.getByRole("link", { name: /Fairweather asked for/ }).first()).toBeVisible();

  const visit = await bookNow(page);
  await page.goto("/desk/diary");
  await page.locator(`[data-visit="${visit}"]`).click();
  const steps = { "Is here": "Here", "In the chair": "In the chair", Completed: "Completed" };
  for (const [step, shown] of Object.entries(steps)) {
    await page.getByRole("dialog").getByRole("button", { name: step }).click();
    await expect(page.locator(`[data-visit="${visit}"]`)).toContainText(shown);
    if (shown === "Here")
      await expect(
        page.getByRole("dialog").getByText(/^Here since \d\d:\d\d, \d min$/),
      ).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
});

test("R36: on a phone the diary is a list with the same steps, on paper one page each, without navigation", async ({
  page,
  context,
  checked,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(context, cast.staffAtTelephone);
  await page.goto("/desk/diary?view=week");
  await checked(page, "/desk/diary on a phone");
  const visit = page.locator("[data-visit]").first();
  expect((await visit.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await visit.click();
  await expect(page.getByRole("link", { name: "Open the record" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(visit).toBeFocused();
  await page.getByRole("link", { name: "Day", exact: true }).click();
  await expect(page).not.toHaveURL(/view=week/);
  await page.goBack();
  await expect(page).toHaveURL(/view=week/);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByRole("button", { name: "Book a visit" })).toBeHidden();
  await expect(visit).toBeVisible();
});

/** "Tue 24 Nov, 09:40" in the practice's zone, as the diary writes it. */
const dayAndTime = (at: string) => {
  const shown = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/London",
  }).format(new Date(at));
  return shown.replace(/^(\w+), /, "$1 ");
};

/** A visit that begins about now, whatever the hour is; answers its id. */
async function bookNow(page: Page): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const read = await page.request.get(`/api/diary?from=${today}&to=${addDays(today, 1)}`);
  const diary: Diary = await read.json();
  const { items } = await (await page.request.get("/api/patients?query=fairweather")).json();
  const soon = Math.ceil(Date.parse(diary.at) / 300_000) * 300_000;
  for (const { id: practitionerId } of diary.practitioners)
    for (const minutes of [0, 30, 60]) {
      const answer = await page.request.post("/api/diary/appointments", {
        headers: headersOf(null),
        data: {
          patientId: items[0].id,
          visitTypeId: diary.visitTypes[0]?.id,
          practitionerId,
          startsAt: new Date(soon + minutes * 60_000).toISOString(),
          minutes: 10,
          outsideHours: true,
          tellPatient: false,
        },
      });
      if (answer.status() === 201) return (await answer.json()).id;
    }
  throw new Error("everybody is taken for an hour");
}
