import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { type Slot, slotsQuery, timeWish } from "@/features/appointments/schema";
import { listSlots } from "@/features/appointments/slot-queries";
import { timeChoice } from "@/features/appointments/time-choice";
import { makeClinic, makeVisitType, timeAhead } from "../../support/appointments-world";
import { makePatientActor } from "../../support/people";
import { makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();

const clocks = (slots: readonly Slot[], zone: string) =>
  slots.map(({ startsAt }) =>
    Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5),
  );

test("R29: a Monday of half hours, nine to five, without what is booked and its neighbour's gap", async () => {
  const { practice, practitionerId, visitTypeId } = await makeClinic(world);
  await inPractice(world.db, practice.id, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId: practice.id },
      data: { minimumGapMinutes: 10 },
    }),
  );
  const actor = await makePatientActor(world, practice.id);
  const services = await world.services();
  const startsAt = timeAhead(services, practice, 7, "09:40", 1);
  const from = startsAt.slice(0, 10);
  const to = Temporal.PlainDate.from(from).add({ days: 1 }).toString();
  const offered = async () => {
    const slots = await listSlots(services, actor, { from, to });
    if (!slots.ok) throw new Error(slots.reason);
    expect(slots.value.timeZone).toBe("Europe/Berlin");
    return clocks(slots.value.items, practice.zone);
  };
  const before = await offered();
  expect(before.slice(0, 4)).toEqual(["09:00", "09:40", "10:20", "11:00"]);
  expect(before.at(-1)).toBe("16:20");
  await bookAppointment(services, actor, { visitTypeId, practitionerId, startsAt });
  expect(await offered()).toEqual(before.filter((clock) => clock !== "09:40"));
});

test("R28: where two are free, the patient's own orthodontist comes first", async () => {
  const { practice, practitionerId } = await makeClinic(world);
  const own = await makePractitioner(world, practice);
  const visitTypeId = await makeVisitType(world, practice.id, [practitionerId, own]);
  const services = await world.services();
  const on = timeAhead(services, practice, 7, "09:00", 2).slice(0, 10);
  const to = Temporal.PlainDate.from(on).add({ days: 1 }).toString();
  for (const mine of [practitionerId, own]) {
    const actor = await makePatientActor(world, practice.id, { practitionerId: mine });
    const slots = await listSlots(services, actor, { visitTypeId, from: on, to });
    expect(slots.ok && slots.value.items.slice(0, 2).map((slot) => slot.practitionerId)).toEqual([
      mine,
      mine === own ? practitionerId : own,
    ]);
  }
});

test("the range is judged: at least a day, at most 62", async () => {
  const { practice } = await makeClinic(world);
  const actor = await makePatientActor(world, practice.id);
  const services = await world.services();
  const ask = (from: string, to: string) => listSlots(services, actor, { from, to });
  expect(await ask("2026-12-01", "2026-12-01")).toMatchObject({ reason: "range_empty" });
  expect(await ask("2026-12-01", "2027-02-01")).toMatchObject({ ok: true });
  expect(await ask("2026-12-01", "2027-02-02")).toMatchObject({ reason: "range_too_long" });
});

test("R33: the day the clocks go forward has no hour that does not exist, and a booking on it is right", async () => {
  const { practice, practitionerId, visitTypeId } = await makeClinic(world, "America/New_York");
  const { id: practiceId, locationId } = practice;
  const night = { practiceId, locationId, weekday: 7, opensMinute: 60, closesMinute: 300 };
  await inPractice(world.db, practiceId, async (tx) => {
    await tx.openingHours.create({ data: night });
    await tx.practitionerHours.create({ data: { ...night, practitionerId } });
  });
  const now = (await world.services()).now;
  const springs = now.toZonedDateTimeISO(practice.zone).toPlainDate();
  // The second Sunday of March, at two in the morning.
  const march = Temporal.PlainDate.from({
    year: springs.month > 2 ? springs.year + 1 : springs.year,
    month: 3,
    day: 1,
  });
  const sunday = march.add({ days: ((7 - march.dayOfWeek) % 7) + 7 });
  const wait = sunday.subtract({ days: 10 }).since(springs, { largestUnit: "days" }).days;
  await world.advance(`P${wait}D`);
  const services = await world.services();
  const actor = await makePatientActor(world, practiceId);
  const slots = await listSlots(services, actor, {
    from: sunday.toString(),
    to: sunday.add({ days: 1 }).toString(),
  });
  if (!slots.ok) throw new Error(slots.reason);
  expect(clocks(slots.value.items, practice.zone)).toEqual([
    "01:00",
    "01:30",
    "03:00",
    "03:30",
    "04:00",
    "04:30",
  ]);
  const three = slots.value.items[2];
  if (!three) throw new Error("a time");
  expect(three.startsAt).toBe(
    sunday.toZonedDateTime({ timeZone: "UTC", plainTime: "07:00" }).toInstant().toString(),
  );
  expect(
    await bookAppointment(services, actor, {
      visitTypeId,
      practitionerId,
      startsAt: three.startsAt,
    }),
  ).toMatchObject({ ok: true, value: { startsAt: three.startsAt } });
});

test("instants and days that no diary reaches are refused as input, not as a fault", () => {
  const wish = {
    visitTypeId: "0197F478-36BE-7113-B3B5-6E84430DC7B6",
    practitionerId: "0197f478-36be-7113-b3b5-6e84430dc7b6",
  };
  for (const startsAt of [
    "9999-12-31T23:59:59Z",
    "0000-01-01T00:00:00Z",
    "2026-02-30T10:00:00Z",
    "soon",
  ])
    expect(timeWish.safeParse({ ...wish, startsAt }).success).toBe(false);
  const read = timeWish.safeParse({ ...wish, startsAt: "2026-03-10T10:00:00+01:00" });
  expect(read.data?.visitTypeId).toBe(wish.visitTypeId.toLowerCase());
  expect(slotsQuery.safeParse({ from: "0000-01-01", to: "0000-01-02" }).success).toBe(false);
});

test("R28: the page of times shows the own orthodontist's, falls back when there are none, and turns weeks", async () => {
  const { practice, practitionerId } = await makeClinic(world);
  const own = await makePractitioner(world, practice);
  const visitTypeId = await makeVisitType(world, practice.id, [practitionerId, own]);
  const actor = await makePatientActor(world, practice.id, { practitionerId: own });
  const services = await world.services();
  const first = await timeChoice(services, actor, { visitTypeId });
  if (!first.ok) throw new Error(first.reason);
  expect(first.value).toMatchObject({ chosenId: own, ownIsFull: false, previousOn: null });
  expect(first.value.suggestions.every((time) => time.practitionerId === own)).toBe(true);
  expect(first.value.practitioners.map(({ id }) => id)).toEqual([own, practitionerId]);
  const after = await timeChoice(services, actor, { visitTypeId, dayOn: first.value.nextOn ?? "" });
  expect(after.ok && after.value.previousOn).not.toBeNull();
  await inPractice(world.db, practice.id, (tx) =>
    tx.timeOff.create({
      data: {
        practiceId: practice.id,
        practitionerId: own,
        startsAt: new Date(services.now.epochMilliseconds),
        endsAt: new Date(services.now.epochMilliseconds + 100 * 86_400_000),
      },
    }),
  );
  const full = await timeChoice(services, actor, { visitTypeId });
  expect(full.ok && full.value).toMatchObject({ chosenId: null, ownIsFull: true });
  expect(full.ok && full.value.suggestions.length).toBe(6);
});
