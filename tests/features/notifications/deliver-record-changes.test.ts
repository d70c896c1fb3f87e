import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { changeProfile } from "@/features/account/change-profile";
import { sealPmsCredentials } from "@/features/pms/pms-credentials";
import { demoPmsToken } from "@/simulators/pms/pms-store";
import { type SimulatedPms, simulatedPms } from "../../adapters/pms/simulated-pms";
import { blankProfile } from "../../support/blank-profile";
import { makePatientActor } from "../../support/people";
import { testDatabase } from "../../support/test-database";
import { makePractice, openWorld } from "../../support/world";
import { openDeliveryWorld } from "./delivery-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const practice = await makePractice(world);
const practiceId = practice.id;
const simulatorDatabase = await testDatabase();
let pms: SimulatedPms;

beforeAll(async () => {
  pms = await simulatedPms(simulatorDatabase.owner);
  const { env, random, now } = await world.services();
  const sealed = sealPmsCredentials(env, random, practiceId, { accessToken: demoPmsToken });
  await inPractice(world.db, practiceId, (tx) =>
    tx.pmsConnection.create({
      data: {
        practiceId,
        kind: "dentally",
        baseUrl: pms.baseUrl,
        updatedAt: fromInstant(now),
        ...sealed,
      },
    }),
  );
});
afterAll(() => pms.close());
beforeEach(async () => {
  await pms.faults.set("pms", "ok");
  await pms.load("reset", {});
});

async function linkedPatient(theirs: Record<string, unknown>) {
  await pms.load("patients", {
    patients: [{ id: 7, first_name: "Robin", last_name: "Example", ...theirs }],
  });
  const actor = await makePatientActor(world, practiceId);
  await inPractice(world.db, practiceId, (tx) =>
    tx.patient.updateMany({
      where: { practiceId, id: actor.patientId },
      data: { pmsPatientId: "7" },
    }),
  );
  return actor;
}

async function change(
  actor: Awaited<ReturnType<typeof linkedPatient>>,
  version: number,
  fields: Partial<typeof blankProfile>,
): Promise<string> {
  const done = await changeProfile(await world.services(), actor, {
    ...blankProfile,
    ...fields,
    version,
  });
  if (!done.ok) throw new Error(done.reason);
  const row = await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.findFirstOrThrow({
      where: { practiceId, purpose: "record_changes", patientId: actor.patientId },
      orderBy: { id: "desc" },
    }),
  );
  return row.id;
}

const theirs = async () => (await pms.api("GET", "patients/7")).body;
const standing = (patientId: string) =>
  inPractice(world.db, practiceId, (tx) =>
    tx.recordChange.findMany({
      where: { practiceId, patientId },
      orderBy: [{ requestedAt: "asc" }, { field: "asc" }],
      select: { field: true, outcome: true },
    }),
  );

describe("R17, R50: what a person changes reaches the practice's system", () => {
  it("field by field, and leaves the others alone", async () => {
    const actor = await linkedPatient({ town: "Old Town", medical_alert_text: "Keep" });
    const id = await change(actor, 1, {
      addressLine1: "1 Mill Lane",
      emergencyContactName: "Sam Example",
      emergencyContactPhone: "+46 70 174 06 77",
    });
    await outside.deliver(practiceId, id);
    expect(await outside.row(practiceId, id)).toMatchObject({ state: "delivered" });
    expect(await theirs()).toMatchObject({
      patient: {
        address_line_1: "1 Mill Lane",
        emergency_contact_name: "Sam Example",
        emergency_contact_phone: "+46701740677",
        town: "Old Town",
        medical_alert_text: "Keep",
      },
    });
    expect(new Set((await standing(actor.patientId)).map(({ outcome }) => outcome))).toEqual(
      new Set(["sent"]),
    );
  });

  it("never over what was changed there too: that is a conflict for staff", async () => {
    const actor = await linkedPatient({ town: "Visby" });
    const id = await change(actor, 1, { town: "Lund", postcode: "12345" });
    await outside.deliver(practiceId, id);
    expect(await theirs()).toMatchObject({ patient: { town: "Visby", postcode: "12345" } });
    expect(await standing(actor.patientId)).toEqual([
      { field: "postcode", outcome: "sent" },
      { field: "town", outcome: "not_taken" },
    ]);
    const conflicts = await inPractice(world.db, practiceId, (tx) =>
      tx.pmsConflict.findMany({ where: { practiceId, patientId: actor.patientId } }),
    );
    expect(conflicts).toMatchObject([{ field: "town", ours: "Lund", theirs: "Visby" }]);
  });

  it("later, when the system was away, and once, though it may have heard it before", async () => {
    const actor = await linkedPatient({});
    const id = await change(actor, 1, { town: "Lund" });
    await pms.faults.set("pms", "accept-then-drop");
    await outside.deliver(practiceId, id);
    expect(await outside.row(practiceId, id)).toMatchObject({ state: "queued" });
    const second = await change(actor, 2, { town: "Umea" });
    await pms.faults.set("pms", "ok");
    await outside.advance("PT31S");
    await outside.deliver(practiceId, second);
    await outside.deliver(practiceId, id);
    expect(await theirs()).toMatchObject({ patient: { town: "Umea" } });
    expect(await standing(actor.patientId)).toEqual([
      { field: "town", outcome: "replaced" },
      { field: "town", outcome: "sent" },
    ]);
  });
});
