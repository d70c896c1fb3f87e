import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { listAppointments } from "@/features/appointments/queries";
import { listSlots } from "@/features/appointments/slot-queries";
import { timeChoice } from "@/features/appointments/time-choice";
import { formatInstantTime } from "@/lib/format-time";
import { makeClinic, makePatients } from "../../support/appointments-world";
import { openWorld } from "../../support/world";

const world = await openWorld();

test("R33: in the hour that comes twice both times are offered, booked and told apart", async () => {
  const zone = "America/New_York";
  const { practice, practitionerId, visitTypeId } = await makeClinic(world, zone);
  const { id: practiceId, locationId } = practice;
  const night = { practiceId, locationId, weekday: 7, opensMinute: 60, closesMinute: 150 };
  await inPractice(world.db, practiceId, async (tx) => {
    await tx.openingHours.create({ data: night });
    await tx.practitionerHours.create({ data: { ...night, practitionerId } });
  });
  const today = (await world.services()).now.toZonedDateTimeISO(zone).toPlainDate();
  // The first Sunday of November, at two in the morning.
  const november = (year: number) => {
    const first = Temporal.PlainDate.from({ year, month: 11, day: 1 });
    return first.add({ days: (7 - first.dayOfWeek) % 7 });
  };
  const thisYear = november(today.year);
  const isAhead = Temporal.PlainDate.compare(thisYear, today.add({ days: 9 })) > 0;
  const sunday = isAhead ? thisYear : november(today.year + 1);
  const wait = today.until(sunday.subtract({ days: 8 }), { largestUnit: "days" }).days;
  await world.advance(`P${wait}D`);
  const services = await world.services();
  const [mine, theirs] = await makePatients(world, practiceId, 2);
  if (!mine || !theirs) throw new Error("two patients");
  const range = { from: sunday.toString(), to: sunday.add({ days: 1 }).toString() };
  const slots = await listSlots(services, mine, range);
  if (!slots.ok) throw new Error(slots.reason);
  const starts = slots.value.items.map(({ startsAt }) => startsAt);
  expect(starts.map((at) => formatInstantTime(at, zone))).toEqual([
    "01:00 (Eastern Daylight Time)",
    "01:30 (Eastern Daylight Time)",
    "01:00 (Eastern Standard Time)",
    "01:30 (Eastern Standard Time)",
    "02:00",
  ]);
  const [, first = "", , second = ""] = starts;
  for (const [actor, startsAt] of [
    [mine, second],
    [theirs, first],
  ] as const) {
    const wish = { visitTypeId, practitionerId, startsAt };
    expect(await bookAppointment(services, actor, wish)).toMatchObject({ value: { startsAt } });
  }
  expect(await listAppointments(services, mine, { when: "upcoming" })).toMatchObject({
    value: { items: [{ startsAt: second }], timeZone: zone },
  });
  const left = await timeChoice(services, mine, { visitTypeId, dayOn: sunday.toString() });
  expect(left.ok && left.value.dayTimes.map(({ startsAt }) => startsAt)).toEqual(
    starts.filter((at) => at !== first && at !== second),
  );
});
