import { beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import {
  changeOwnLoginAge,
  ownLoginAge,
  previewOwnLoginAge,
} from "@/features/guardians/change-own-login-age";
import { followAges } from "@/features/guardians/follow-ages";
import { makeClinicActor, makePatient, makePerson } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { todayOf } from "./guardian-world";

const world = await openWorld();
let practice: PracticeMade;
let admin: ClinicActor;

beforeEach(async () => {
  practice = await makePractice(world);
  admin = await makeClinicActor(world, practice.id, "admin");
});

/** Somebody of that age today, give or take days, with so many guardians. */
async function young(years: number, days: number, guardians = 1): Promise<string> {
  const today = await todayOf(world, practice);
  const dateOfBirth = today.subtract({ years }).add({ days }).toString();
  const patientId = await makePatient(world, practice.id, { dateOfBirth });
  const { now } = await world.services();
  for (let i = 0; i < guardians; i += 1) {
    const { personId } = await makePerson(world, practice.id, { role: "guardian" });
    await inPractice(world.db, practice.id, (tx) =>
      tx.$executeRawUnsafe(`insert into tenant.guardianship
        (practice_id, id, patient_id, guardian_person_id, from_on, invited_at, birth_date_confirmed_at)
        values ('${practice.id}', gen_random_uuid(), '${patientId}', '${personId}', '2020-01-01', '${now}', '${now}')`),
    );
  }
  return patientId;
}

const preview = async (age: number) => {
  const answer = await previewOwnLoginAge(await world.services(), admin, { age });
  return answer.ok ? answer.value : null;
};
const change = async (age: number, seen = 16, actor = admin) => {
  const answer = await changeOwnLoginAge(await world.services(), actor, { age, seen });
  return answer.ok ? answer.value : answer.reason;
};
const ended = () =>
  inPractice(world.db, practice.id, (tx) =>
    tx.guardianship.count({ where: { endedReason: "age" } }),
  );

it("R10: says to the day whose access another age would end, and the age then ends just that", async () => {
  await young(14, 0, 2);
  await young(14, 1);
  await young(14, 31);
  const own = await young(15, 0);
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.updateMany({ where: { id: own }, data: { portalStatus: "registered" } }),
  );
  const told = { endings: 3, youngPeople: 2, withoutLogin: 1, soon: 1 };
  expect(await preview(14)).toEqual(told);
  expect(await preview(16)).toMatchObject({ endings: 0, youngPeople: 0 });
  expect(await change(14)).toEqual({ changed: true });
  await followAges(await world.services());
  expect(await ended()).toBe(told.endings);
  expect(await change(18, 14)).toEqual({ changed: true });
  await followAges(await world.services());
  expect(await ended()).toBe(told.endings);
});

it("R10, S19: the log keeps both ages; saved twice counts once; the second of two admins is told", async () => {
  const other = await makeClinicActor(world, practice.id, "admin");
  const answers = await Promise.all([change(15), change(18, 16, other)]);
  expect(answers.filter((answer) => answer === "changed_meanwhile")).toHaveLength(1);
  const { age } = await ownLoginAge(await world.services(), admin);
  expect(await change(age)).toEqual({ changed: false });
  const rows = await inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.findMany({ where: { action: "settings.changed" }, select: { detail: true } }),
  );
  expect(rows).toEqual([{ detail: { what: "own_login_age", before: "16", after: String(age) } }]);
});

it("R10, S12: neither looks at nor changes the neighbouring practice", async () => {
  const neighbour = await makePractice(world);
  const theirs = await makeClinicActor(world, neighbour.id, "admin");
  await young(15, 0);
  const answer = await previewOwnLoginAge(await world.services(), theirs, { age: 13 });
  expect(answer.ok && answer.value.endings).toBe(0);
  await change(20);
  expect((await ownLoginAge(await world.services(), theirs)).age).toBe(16);
});
