import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { sealAudit } from "@/features/audit/seal-audit";
import { type Clinic, makeClinic } from "../../support/appointments-world";
import { makePerson } from "../../support/people";
import { openWorld } from "../../support/world";
import { chainOf, withOwnFolder } from "../audit/chain-world";
import { auditOf, edge, keeps, night, nightsOf } from "./retention-world";
import { mentionsOf, rowsIn, tablesOfRecords } from "./walk-tables";
import { onRecord, quietRecord, wholeRecord } from "./whole-record";

const world = await openWorld();
let clinic: Clinic;
let practiceId: string;
const years = { years: 10 };

beforeEach(async () => {
  clinic = await makeClinic(world);
  practiceId = clinic.practice.id;
  await keeps(world, practiceId, { records: 10 });
});

const records = () =>
  inPractice(world.db, practiceId, async (tx) =>
    (await tx.patient.findMany({ select: { id: true } })).map(({ id }) => id),
  );

it("S23: a record goes with every row that hangs on it, by day to the day; nothing names it but the log", async () => {
  const { goes, stays } = await edge(world, clinic.practice, years);
  const old = await wholeRecord(world, clinic, goes);
  const kept = await quietRecord(world, practiceId, stays);
  const hanging = await tablesOfRecords(world);
  const before = await rowsIn(world, practiceId, hanging);
  expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
  expect(await mentionsOf(world, practiceId, old.patientId)).not.toEqual([]);

  await night(world);
  expect(await records()).toEqual([kept]);
  expect(await mentionsOf(world, practiceId, old.patientId)).toEqual([]);
  const after = await rowsIn(world, practiceId, hanging);
  // The staff's own membership stays, and a delivery that says nothing any more, to be counted (R51).
  expect(Object.entries(after).filter(([, count]) => count > 0)).toEqual([
    ["delivery", 1],
    ["membership", 1],
  ]);
  const { rows: tokens } = await world.owner.pool.query(
    "select from identity.token where patient_id = $1",
    [old.patientId],
  );
  expect(tokens).toEqual([]);
});

it("S23, R51: a removed record's text stays countable and says nothing", async () => {
  const { goes } = await edge(world, clinic.practice, years);
  const { delivery } = await wholeRecord(world, clinic, goes);
  await night(world);
  const left = await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.findMany({ where: { id: delivery } }),
  );
  expect(left).toMatchObject([
    {
      purpose: "visit_booked",
      segments: 2,
      priceMicros: 90000n,
      patientId: null,
      personId: null,
      recipient: null,
      content: { values: {} },
    },
  ]);
});

it("S23, S19: the log tells how many and by which rule, names nobody, and its chain still verifies", async () => {
  const { goes } = await edge(world, clinic.practice, years);
  const services = await withOwnFolder(world);
  for (let i = 0; i < 12; i += 1) await quietRecord(world, practiceId, goes);
  await sealAudit(services);
  await night(world);
  expect(await auditOf(world, practiceId)).toEqual(
    [10, 2].map((count) => ({
      patientId: null,
      actorName: null,
      objectId: null,
      detail: { what: "records", count, years: 10 },
    })),
  );
  expect(await nightsOf(world, practiceId)).toMatchObject([{ records: 12 }]);
  await sealAudit(services);
  expect(await chainOf(services, practiceId)).toMatchObject({ broken: null });
});

describe("S23: a record stays", () => {
  it("for good, until the practice sets a time", async () => {
    await keeps(world, practiceId, { records: null });
    const id = await quietRecord(
      world,
      practiceId,
      (await edge(world, clinic.practice, years)).goes,
    );
    await night(world);
    expect(await records()).toEqual([id]);
  });

  const longAgo = "timestamp '2001-01-01'";
  const visit = (state: string, startsAt: string) => (patient: string) => {
    const { practice, practitionerId, visitTypeId } = clinic;
    const [from, until] = [startsAt, `${startsAt} + interval '30 minutes'`];
    return `insert into tenant.appointment (practice_id, id, patient_id, visit_type_id, practitioner_id, location_id,
        state, starts_at, ends_at, practitioner_busy_from_at, practitioner_busy_until_at, chair_busy_from_at,
        chair_busy_until_at, created_at, updated_at)
      values ('${practiceId}', gen_random_uuid(), '${patient}', '${visitTypeId}', '${practitionerId}',
        '${practice.locationId}', '${state}', ${from}, ${until}, ${from}, ${until}, ${from}, ${until}, ${longAgo}, ${longAgo})`;
  };
  it.each([
    ["with a visit to come", visit("booked", "app_now() + interval '3 days'")],
    ["with a visit of last year", visit("completed", "app_now() - interval '1 year'")],
    [
      "with an open treatment, however old",
      (
        patient: string,
      ) => `insert into tenant.treatment_plan (practice_id, id, patient_id, practitioner_id, created_at)
        values ('${practiceId}', gen_random_uuid(), '${patient}', '${clinic.practitionerId}', ${longAgo})`,
    ],
    [
      "with something still to be sent",
      (
        patient: string,
      ) => `insert into tenant.delivery (practice_id, id, kind, purpose, state, patient_id, content, next_try_at, created_at)
        values ('${practiceId}', gen_random_uuid(), 'mail', 'visit_booked', 'queued', '${patient}', '{}', ${longAgo}, ${longAgo})`,
    ],
    [
      "with a conversation of last year",
      (
        patient: string,
      ) => `insert into tenant.thread (practice_id, id, patient_id, subject, last_message_at, created_at, created_by_person_id)
        values ('${practiceId}', gen_random_uuid(), '${patient}', 'Old', app_now() - interval '1 year', ${longAgo}, gen_random_uuid())`,
    ],
    [
      "of somebody a day younger than 25",
      (patient: string) =>
        `update tenant.patient set date_of_birth = (app_now() at time zone 'Europe/Berlin')::date - interval '25 years' + interval '1 day' where id = '${patient}'`,
    ],
  ])("%s", async (_what, statement) => {
    const id = await quietRecord(
      world,
      practiceId,
      (await edge(world, clinic.practice, years)).goes,
    );
    await onRecord(world, practiceId, [statement(id)]);
    await night(world);
    expect(await records()).toEqual([id]);
  });

  it("with a login, or with a guardian", async () => {
    const { goes } = await edge(world, clinic.practice, years);
    const own = await quietRecord(world, practiceId, goes);
    await makePerson(world, practiceId, { role: "patient", patientId: own });
    const child = await quietRecord(world, practiceId, goes);
    const guardian = await makePerson(world, practiceId, { role: "guardian" });
    await onRecord(world, practiceId, [
      `insert into tenant.guardianship (practice_id, id, patient_id, guardian_person_id, from_on, invited_at)
       values ('${practiceId}', gen_random_uuid(), '${child}', '${guardian.personId}', '2001-01-01', ${longAgo})`,
    ]);
    await night(world);
    expect((await records()).sort()).toEqual([own, child].sort());
  });
});

it("S23: a record stays when somebody writes to it while the night looks at it", async () => {
  const { goes } = await edge(world, clinic.practice, years);
  const id = await quietRecord(world, practiceId, goes);
  let nightIsOver = () => {};
  const waits = new Promise<void>((resolve) => {
    nightIsOver = resolve;
  });
  let hasWritten = () => {};
  const written = new Promise<void>((resolve) => {
    hasWritten = resolve;
  });
  const writing = inPractice(world.db, practiceId, async (tx) => {
    await tx.$executeRawUnsafe(`insert into tenant.thread
      (practice_id, id, patient_id, subject, last_message_at, created_at, created_by_person_id)
      values ('${practiceId}', gen_random_uuid(), '${id}', 'New', app_now(), app_now(), gen_random_uuid())`);
    hasWritten();
    await waits;
  });
  await written;
  await night(world);
  nightIsOver();
  await writing;
  expect(await records()).toEqual([id]);
  expect(await nightsOf(world, practiceId)).toMatchObject([{ records: 0 }]);
});

it("S23, S12: the neighbouring practice's records stay, and its setting is its own", async () => {
  const neighbour = await makeClinic(world);
  const { goes } = await edge(world, clinic.practice, years);
  const theirs = await quietRecord(world, neighbour.practice.id, goes);
  await quietRecord(world, practiceId, goes);
  await night(world);
  expect(await records()).toEqual([]);
  expect(await mentionsOf(world, neighbour.practice.id, theirs)).toEqual(["patient"]);
});

it("S23: the database removes nothing that the setting keeps, whoever asks, and no row is deleted by hand", async () => {
  const { goes, stays } = await edge(world, clinic.practice, years);
  const id = await quietRecord(world, practiceId, goes);
  const remove = (of: string, before: string) =>
    inPractice(world.db, practiceId, (tx) =>
      tx.$executeRawUnsafe(
        `select tenant.remove_old_records('${of}', '${before}', '2020-01-01', 10)`,
      ),
    );
  await expect(remove(practiceId, stays.add({ hours: 24 * 30 }).toString())).rejects.toThrow();
  await expect(remove((await makeClinic(world)).practice.id, goes.toString())).rejects.toThrow();
  await expect(
    onRecord(world, practiceId, [`delete from tenant.patient where id = '${id}'`]),
  ).rejects.toThrow();
  await expect(keeps(world, practiceId, { records: 9 })).rejects.toThrow();
  expect(await records()).toEqual([id]);
});
