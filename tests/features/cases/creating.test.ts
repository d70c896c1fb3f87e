import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { createCase } from "@/features/cases/create-case";
import { makeClinicActor, makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { begun, type CaseCast, makeCaseCast, rowOf } from "./case-world";

const world = await openWorld();
const create = async ({ doctor, patientId, labId }: CaseCast, key?: string) =>
  createCase(await world.services({ idempotencyKey: key }), doctor, { patientId, labId });

describe("R41: a case begins", () => {
  it("as a draft of the orthodontist who begins it, with its number, its history and a line in the log", async () => {
    const cast = await makeCaseCast(world);
    const made = await create(cast);
    const year = (await world.services()).now.toZonedDateTimeISO("Europe/Berlin").year;
    expect(made).toMatchObject({
      ok: true,
      value: { number: `PR-${year}-0001`, state: "draft", version: 1 },
    });
    const id = made.ok ? made.value.id : "";
    const row = await rowOf(world, cast, id);
    expect(row).toMatchObject({
      practitionerId: cast.practitionerId,
      consentAt: null,
      step: "prescription",
      prescription: { arches: "both", goal: "", intervalDays: 10 },
      caseEvents: [{ event: "create", toState: "draft", actorPersonId: cast.doctor.personId }],
    });
    // The lab learns nothing of whose case it is.
    expect(row.patientReference).toMatch(/^P-[0-9A-F]{12}$/);
    const log = await inPractice(world.db, cast.practice.id, (tx) =>
      tx.auditEntry.findMany({ where: { action: "case.created" }, select: { objectId: true } }),
    );
    expect(log).toEqual([{ objectId: id }]);
  });

  it("twenty at once have twenty numbers in a row", async () => {
    const cast = await makeCaseCast(world);
    const made = await Promise.all(Array.from({ length: 20 }, () => create(cast)));
    const numbers = made.map((one) => (one.ok ? one.value.number.slice(-4) : one.reason));
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(4, "0")),
    );
  });

  it("numbers follow those that were there before they were counted, and start anew with the year", async () => {
    const cast = await makeCaseCast(world);
    const services = await world.services();
    const { year } = services.now.toZonedDateTimeISO("Europe/Berlin");
    const { id: practiceId } = cast.practice;
    const at = fromInstant(services.now);
    await inPractice(world.db, practiceId, (tx) =>
      tx.labCase.create({
        data: {
          ...{ practiceId, patientId: cast.patientId, labId: cast.labId },
          ...{ practitionerId: cast.practitionerId, number: `PR-${year}-0117`, prescription: {} },
          ...{ idempotencyKey: services.random.uuid(), patientReference: "P-0001" },
          ...{ createdAt: at, updatedAt: at },
        },
      }),
    );
    expect(await create(cast)).toMatchObject({ value: { number: `PR-${year}-0118` } });
    const later = services.now.toZonedDateTimeISO("UTC").add({ years: 1 }).toInstant();
    const { doctor, patientId, labId } = cast;
    expect(
      await createCase({ ...services, now: later }, doctor, { patientId, labId }),
    ).toMatchObject({ value: { number: `PR-${year + 1}-0001` } });
  });

  it("S13: the same press twice is one case, and its key is good for no other", async () => {
    const cast = await makeCaseCast(world);
    const key = crypto.randomUUID();
    const [one, other] = await Promise.all([create(cast, key), create(cast, key)]);
    expect(one).toEqual(other);
    expect(await create(cast, key)).toEqual(one);
    const patientId = await makePatient(world, cast.practice.id);
    expect(await create({ ...cast, patientId }, key)).toMatchObject({
      reason: "idempotency_key_reused",
    });
    const count = await inPractice(world.db, cast.practice.id, (tx) => tx.labCase.count());
    expect(count).toBe(1);
  });

  it("S12: not for another practice's patient or lab, a lab that was switched off, or by one who treats nobody", async () => {
    const cast = await makeCaseCast(world);
    const other = await makeCaseCast(world);
    expect(await create({ ...cast, patientId: other.patientId })).toMatchObject({
      reason: "not_found",
    });
    expect(await create({ ...cast, labId: other.labId })).toMatchObject({ reason: "lab_unknown" });
    const doctor = await makeClinicActor(world, cast.practice.id, "orthodontist");
    expect(await create({ ...cast, doctor })).toMatchObject({ reason: "no_diary" });
    await inPractice(world.db, cast.practice.id, (tx) =>
      tx.practiceLab.updateMany({ data: { disabledAt: new Date(0) } }),
    );
    expect(await create(cast)).toMatchObject({ reason: "lab_unknown" });
  });

  it("the lab cannot tell that two cases are of one patient", async () => {
    const cast = await makeCaseCast(world);
    const [one, other] = [await begun(world, cast), await begun(world, cast)];
    const [first, second] = [await rowOf(world, cast, one), await rowOf(world, cast, other)];
    expect(first.patientReference).not.toBe(second.patientReference);
    expect(first.idempotencyKey).not.toBe(second.idempotencyKey);
  });
});
