import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { patientHome, treatmentView } from "@/features/treatment/queries";
import { noteWear } from "@/features/wear/note-wear";
import { readWear, wearOfPatient, wearPage } from "@/features/wear/read-wear";
import { makeGuardianship } from "../../support/appointments-world";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { makePlan, today, treatedPatient } from "../treatment/made-plan";

const world = await openWorld();

async function wearing() {
  const given = await treatedPatient(world);
  const { actor, practice } = given;
  return {
    ...given,
    day: (plus: number) => today(world, practice, plus),
    note: async (on: string, minutes: number | null, by: PatientActor = actor) =>
      noteWear(await world.services(), by, { on, minutes }),
    rows: () =>
      inPractice(world.db, practice.id, (tx) =>
        tx.wearLog.findMany({
          where: { practiceId: practice.id, patientId: actor.patientId },
          orderBy: { on: "asc" },
        }),
      ),
    async read() {
      return (await readWear(await world.services(), actor)).value;
    },
    audited: () =>
      inPractice(world.db, practice.id, (tx) =>
        tx.auditEntry.findMany({
          where: { practiceId: practice.id, action: { startsWith: "wear_log." } },
          orderBy: { id: "asc" },
          select: { action: true, patientId: true, actorPersonId: true, detail: true },
        }),
      ),
  };
}

/** Today of a practice whose clocks change, set so that the given day is yesterday. */
async function yesterdayIs(zone: string, on: string): Promise<PracticeMade> {
  const { now } = await world.services();
  const noon = Temporal.PlainDate.from(on)
    .add({ days: 1 })
    .toZonedDateTime({ plainTime: "12:00", timeZone: zone });
  const seconds = Math.round((noon.epochMilliseconds - now.epochMilliseconds) / 1000);
  await world.advance(`${seconds < 0 ? "-" : ""}PT${Math.abs(seconds)}S`);
  return makePractice(world, zone);
}

describe("R23: noting wear time", () => {
  it("keeps one row a day, shows it on home, page and to the orthodontist, and writes the audit log", async () => {
    const given = await wearing();
    const on = await given.day(0);
    expect(await given.note(on, 1320)).toEqual({ ok: true, value: { on, minutes: 1320 } });
    expect((await given.note(on, 1200)).ok).toBe(true);
    expect((await given.note(on, 1200)).ok).toBe(true);
    expect(await given.rows()).toMatchObject([
      { minutes: 1200, recordedByPersonId: given.actor.personId },
    ]);
    const wear = await given.read();
    expect(wear.days).toHaveLength(28);
    expect(wear.days.at(-1)).toMatchObject({ on, minutes: 1200, goalMinutes: 1320 });
    expect(wear.summary).toEqual({ notedDays: 1, reachedDays: 0, averageMinutes: 1200 });
    const services = await world.services();
    expect((await patientHome(services, given.actor)).wear).toEqual([{ on, minutes: 1200 }]);
    const doctor = await makeClinicActor(world, given.practice.id, "orthodontist");
    const { value } = await treatmentView(services, given.actor);
    expect(await wearOfPatient(services, doctor, given.actor.patientId, value)).toEqual(wear);
    const about = { patientId: given.actor.patientId, actorPersonId: given.actor.personId };
    expect(await given.audited()).toMatchObject([
      { action: "wear_log.recorded", ...about, detail: { on } },
      { action: "wear_log.recorded", ...about },
    ]);
  });

  it("corrects a day of the last two weeks and takes a note away", async () => {
    const given = await wearing();
    const early = await given.day(-13);
    expect((await given.note(early, 900)).ok).toBe(true);
    expect((await given.note(early, null)).ok).toBe(true);
    expect((await given.note(early, null)).ok).toBe(true);
    expect(await given.rows()).toEqual([]);
    expect((await given.audited()).map(({ action }) => action)).toEqual([
      "wear_log.recorded",
      "wear_log.removed",
    ]);
  });

  it("is one row for ten presses at once, with one of what was pressed", async () => {
    const given = await wearing();
    const on = await given.day(0);
    const pressed = Array.from({ length: 10 }, (_, n) => 1200 + n * 10);
    const answers = await Promise.all(pressed.map((minutes) => given.note(on, minutes)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const rows = await given.rows();
    expect(rows).toHaveLength(1);
    expect(pressed).toContain(rows[0]?.minutes);
  });

  it.each([
    ["in_future", 1, 1320],
    ["too_long_ago", -14, 1320],
    ["longer_than_day", -2, 1501],
  ])("refuses: %s", async (reason, plus, minutes) => {
    const given = await wearing();
    expect(await given.note(await given.day(plus), minutes)).toMatchObject({ ok: false, reason });
    expect(await given.rows()).toEqual([]);
  });

  it("refuses before the first aligner is in", async () => {
    const practice = await makePractice(world);
    const actor = await makePatientActor(world, practice.id);
    const on = await today(world, practice);
    const note = async () => noteWear(await world.services(), actor, { on, minutes: 600 });
    expect(await note()).toMatchObject({ ok: false, reason: "not_started" });
    await makePlan(world, practice, actor.patientId, { worn: { upper: 1 }, daysAgo: 2 });
    expect(await note()).toMatchObject({ ok: true });
    const early = await today(world, practice, -3);
    expect(
      await noteWear(await world.services(), actor, { on: early, minutes: 600 }),
    ).toMatchObject({ ok: false, reason: "before_start" });
  });

  it("R10: a guardian notes for the child, by their own name; one who may look alone does not", async () => {
    const given = await wearing();
    const on = await given.day(0);
    const some = await makePatientActor(world, given.practice.id);
    const { patientId } = given.actor;
    const guardian = await makeGuardianship(world, some, patientId, "full");
    const onlooker = await makeGuardianship(
      world,
      await makePatientActor(world, given.practice.id),
      patientId,
      "view",
    );
    expect((await given.note(on, 1260, guardian)).ok).toBe(true);
    expect(await given.rows()).toMatchObject([{ recordedByPersonId: guardian.personId }]);
    expect(await given.note(on, 60, onlooker)).toMatchObject({ ok: false, reason: "view_only" });
    expect(await wearPage(await world.services(), onlooker)).toMatchObject({
      mayAct: false,
      wear: { summary: { notedDays: 1 } },
    });
    expect((await given.rows())[0]?.minutes).toBe(1260);
  });

  it("S12: shows and touches nothing of another patient or practice", async () => {
    const given = await wearing();
    const other = await wearing();
    await given.note(await given.day(0), 1320);
    expect((await other.read()).summary.notedDays).toBe(0);
    const neighbour = await makeClinicActor(world, other.practice.id, "orthodontist");
    const services = await world.services();
    const { value } = await treatmentView(services, given.actor);
    const seen = await wearOfPatient(services, neighbour, given.actor.patientId, value);
    expect(seen.summary.notedDays).toBe(0);
  });

  it("takes 25 hours on the day the clocks go back, and no more", async () => {
    const practice = await yesterdayIs("Europe/Berlin", "2027-10-31");
    const actor = await makePatientActor(world, practice.id);
    await makePlan(world, practice, actor.patientId, { worn: { upper: 2, lower: 2 } });
    const on = "2027-10-31";
    const note = async (minutes: number) =>
      noteWear(await world.services(), actor, { on, minutes });
    expect(await note(1500)).toMatchObject({ ok: true });
    expect(await note(1501)).toMatchObject({ ok: false, detail: { hours: 25 } });
    const { value } = await readWear(await world.services(), actor);
    expect(value.days.find((day) => day.on === on)).toMatchObject({
      minutes: 1500,
      dayMinutes: 1500,
    });
  });
});
