import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { createRecord } from "@/features/records/create-record";
import { createRecordSchema } from "@/features/records/record-schema";
import { startRegistration } from "@/features/registration/details/start-registration";
import { makeClinicActor } from "../../support/people";
import { makePractice, makePractitioner, openWorld } from "../../support/world";
import { anna, shortNameOf, visitor } from "../registration/walk";

const world = await openWorld();

async function openDesk() {
  const practice = await makePractice(world);
  const staff = await makeClinicActor(world, practice.id, "staff");
  const create = async (wish: object = {}, actor = staff, idempotencyKey?: string) =>
    createRecord(
      await world.services({ idempotencyKey }),
      actor,
      createRecordSchema.parse({ ...anna, ...wish }),
    );
  const rows = () =>
    inPractice(world.db, practice.id, (tx) =>
      tx.patient.findMany({ where: { practiceId: practice.id }, orderBy: { id: "asc" } }),
    );
  return { practice, staff, create, rows };
}

describe("R52: a new record", () => {
  it("has its login name at once, is found by name, and its patient can register", async () => {
    const { practice, create, rows } = await openDesk();
    const made = await create({ lastName: "Lindqvïst-Åberg", home: "030 12345678" });
    if (!made.ok) throw new Error(made.reason);
    expect(made.value.loginName).toMatch(/^[a-z0-9.-]{4,32}$/);
    expect(await rows()).toMatchObject([
      {
        id: made.value.id,
        searchName: "anna lindqvist-aberg",
        mobilePhone: anna.mobile,
        homePhone: "+493012345678",
        email: anna.email,
        portalStatus: "none",
        emailVerifiedAt: null,
      },
    ]);
    const details = {
      ...anna,
      lastName: "Lindqvist-Aberg",
      practice: await shortNameOf(world, practice),
    };
    const started = await startRegistration(await world.services(), visitor(), details);
    expect(started).toMatchObject({ ok: true, value: { step: "confirm" } });
    const [entry] = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({ where: { action: "record.created" } }),
    );
    expect(entry).toMatchObject({ patientId: made.value.id, objectKind: "patient" });
  });

  it.each([
    [{ mobile: "+493012345678" }, "not_mobile"],
    [{ mobile: "+442079460000" }, "country_not_allowed"],
    [{ home: "abc" }, "home_not_a_number"],
    [{ dateOfBirth: "1899-12-31" }, "birth_date_wrong"],
    [{ dateOfBirth: "2999-01-01" }, "birth_date_wrong"],
    [{ practitionerId: "019895dc-cef3-7000-8000-000000000000" }, "practitioner_unknown"],
  ])("%j is refused, and nothing is kept", async (wish, reason) => {
    const { create, rows } = await openDesk();
    expect(await create(wish)).toMatchObject({ reason });
    expect(await rows()).toEqual([]);
  });

  it("another practice's orthodontist is nobody here; the own one is kept", async () => {
    const { practice, create, rows } = await openDesk();
    const elsewhere = await makePractice(world);
    const theirs = await makePractitioner(world, elsewhere);
    expect(await create({ practitionerId: theirs })).toMatchObject({
      reason: "practitioner_unknown",
    });
    const practitionerId = await makePractitioner(world, practice);
    expect(await create({ practitionerId })).toMatchObject({ ok: true });
    expect(await rows()).toMatchObject([{ practitionerId }]);
  });

  it("somebody alike is shown first, and made once somebody looked", async () => {
    const { create, rows } = await openDesk();
    const first = await create();
    const twin = { firstName: "Ana", mobile: "" };
    const asked = await create(twin);
    expect(asked).toMatchObject({
      reason: "similar_records",
      detail: {
        records: [{ name: "Anna Lindqvist", dateOfBirth: anna.dateOfBirth, isArchived: false }],
      },
    });
    expect(asked).toMatchObject({ detail: { records: [{ id: first.ok && first.value.id }] } });
    expect(await create({ ...twin, evenIfSimilar: true })).toMatchObject({ ok: true });
    expect(await create({ dateOfBirth: "1990-04-03" })).toMatchObject({
      reason: "similar_records",
    });
    expect(await create({ dateOfBirth: "1990-04-03", mobile: "" })).toMatchObject({ ok: true });
    expect(await rows()).toHaveLength(3);
  });

  it("typed at two desks in one instant it is one record; a double click is one too", async () => {
    const { practice, create, rows } = await openDesk();
    const colleague = await makeClinicActor(world, practice.id, "admin");
    const both = await Promise.all([create(), create({}, colleague)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
    const key = crypto.randomUUID();
    const other = { firstName: "Berta", dateOfBirth: "1971-01-01", mobile: "" };
    const pressed = await Promise.all([
      create(other, colleague, key),
      create(other, colleague, key),
    ]);
    expect(pressed.map((made) => made.ok && made.value.id)).toEqual([
      pressed[0].ok && pressed[0].value.id,
      pressed[0].ok && pressed[0].value.id,
    ]);
    expect(await rows()).toHaveLength(2);
  });

  it("R49: beside a system of the practice's own it is made there", async () => {
    const { practice, create, rows } = await openDesk();
    const updatedAt = new Date(0);
    await inPractice(world.db, practice.id, (tx) =>
      tx.pmsConnection.create({ data: { practiceId: practice.id, kind: "dentally", updatedAt } }),
    );
    expect(await create()).toMatchObject({ reason: "kept_in_pms" });
    expect(await rows()).toEqual([]);
  });
});
