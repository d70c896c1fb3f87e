import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { recordViews } from "@/features/own-data/record-views";
import { makeClinic } from "../../support/appointments-world";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { guardianOfTwo, look } from "./own-data-world";

const world = await openWorld();
const clinic = await makeClinic(world);
let patient: PatientActor;

beforeEach(async () => {
  patient = await makePatientActor(world, clinic.practice.id);
});

const looks = (...args: [name: string, action?: Parameters<typeof look>[5]][]) =>
  inPractice(world.db, clinic.practice.id, async (tx) => {
    const services = await world.services();
    for (const [name, action] of args)
      await look(tx, services, clinic.practice.id, patient.patientId, name, action);
  });

/** Rows of the past, as the log keeps them. */
const past = (name: string, ...at: string[]) =>
  inPractice(world.db, clinic.practice.id, async (tx) => {
    for (const one of at)
      await tx.$executeRaw`insert into tenant.audit_entry (id, practice_id, at, action, actor_name, actor_role, patient_id)
        values (gen_random_uuid(), ${clinic.practice.id}::uuid, ${one}::timestamptz, 'record.viewed', ${name}, 'staff', ${patient.patientId}::uuid)`;
  });

const shown = async (actor = patient, until?: string) =>
  recordViews(await world.services(), actor, until);

describe("R53: who has seen my record", () => {
  it("R53: groups what each person looked at by day", async () => {
    await looks(["Dr A"], ["Dr A", "plan.viewed"], ["Sam B"], ["Dr A", "upload.viewed"], ["Dr A"]);
    const { days, next } = await shown();
    expect(next).toBeNull();
    expect(days).toHaveLength(1);
    const people = days[0]?.people.map(({ name, looks }) => [
      name,
      Object.fromEntries(looks.map(({ thing, at }) => [thing, at.length])),
    ]);
    expect(people).toEqual(
      expect.arrayContaining([
        ["Dr A", { record: 2, plan: 1, upload: 1 }],
        ["Sam B", { record: 1 }],
      ]),
    );
  });

  it("R53: days begin and end in the practice's zone, Berlin here", async () => {
    await past("Late", "2026-03-01T22:59:59Z");
    await past("Early", "2026-03-01T23:00:00Z");
    const { days } = await shown();
    expect(days.map(({ day, people }) => [day, people[0]?.name])).toEqual([
      ["2026-03-02", "Early"],
      ["2026-03-01", "Late"],
    ]);
  });

  it("R53: leaves out one's own looks, and what is no look", async () => {
    await inPractice(world.db, clinic.practice.id, async (tx) => {
      const { practiceId, patientId, personId } = patient;
      await tx.$executeRaw`insert into tenant.audit_entry (id, practice_id, at, action, actor_name, actor_person_id, patient_id)
        values (gen_random_uuid(), ${practiceId}::uuid, app_now(), 'record.viewed', 'Me', ${personId}::uuid, ${patientId}::uuid),
          (gen_random_uuid(), ${practiceId}::uuid, app_now(), 'message.sent', 'Dr A', null, ${patientId}::uuid)`;
    });
    expect((await shown()).days).toEqual([]);
  });

  it("R53: goes on by days, each shown whole and once", async () => {
    const day = (n: number) => `2026-03-${String(n).padStart(2, "0")}T10:00:00Z`;
    for (let n = 1; n <= 9; n += 1) await past(`Day ${n}`, ...Array<string>(60).fill(day(n)));
    const first = await shown();
    expect(first.days.map((one) => one.day)).toHaveLength(6);
    const second = await shown(patient, first.next ?? undefined);
    const all = [...first.days, ...second.days];
    expect(all.map((one) => one.day)).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => `2026-03-0${n}`),
    );
    expect(all.every(({ people }) => people[0]?.looks[0]?.at.length === 60)).toBe(true);
    expect(second.next).toBeNull();
  });

  it("R53, S12: nobody sees who looked at another patient; guardians see it per child", async () => {
    await looks(["Dr A"]);
    const other = await makePatientActor(world, clinic.practice.id);
    expect((await shown(other)).days).toEqual([]);
    const { forChild, one, two } = await guardianOfTwo(world, clinic);
    const names = async (child: string) =>
      (await shown(forChild(child))).days.flatMap(({ people }) => people.map(({ name }) => name));
    expect(await names(one)).toEqual(["Dr Of One"]);
    expect(await names(two)).toEqual(["Dr Of Two"]);
  });
});
