import { describe, expect, it } from "vitest";
import { POST as change } from "@/app/api/account/profile/route";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { openSession } from "@/features/access/open-session";
import { ownProfile } from "@/features/account/own-profile";
import { blankProfile } from "../../support/blank-profile";
import { makePatient, makePerson, makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import { registeredPatient } from "../access/people";
import { auditOf, browserOf, deliveriesOf, recordOf } from "./browser-of";

const world = await openWorld();

const empty = { version: 1, ...blankProfile };
const full = {
  ...empty,
  preferredName: " Rob  ",
  addressLine1: "1 Mill Lane",
  town: "Exampleton",
  postcode: "12345",
  homePhone: "030 901820",
  workPhone: "+49 89 2180-0",
  emergencyContactName: "Sam Example",
  emergencyContactPhone: "+46 70 174 06 77",
  emergencyContactRelationship: "partner",
};

function changesOf(practiceId: string, patientId: string) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.recordChange.findMany({
      where: { practiceId, patientId },
      orderBy: [{ requestedAt: "asc" }, { field: "asc" }],
      select: { field: true, before: true, after: true, outcome: true },
    }),
  );
}

async function besideAPms(practiceId: string) {
  const { now } = await world.services();
  await inPractice(world.db, practiceId, (tx) =>
    tx.pmsConnection.create({
      data: { practiceId, kind: "dentally", updatedAt: fromInstant(now) },
    }),
  );
}

describe("R17: one's own details", () => {
  it("are kept in the record, in one form, and known to the practice at once where there is no other system", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    const here = await browserOf(world, robin);
    const answer = await here.send(change, { body: full });
    expect([answer.status, answer.body.version]).toEqual([200, 2]);
    expect(await recordOf(world, practiceId, patientId)).toMatchObject({
      preferredName: "Rob",
      addressLine2: null,
      homePhone: "+4930901820",
      workPhone: "+498921800",
      emergencyContactPhone: "+46701740677",
    });
    expect((await here.whoAmI()).user.name).toBe("Rob Example");
    expect(await deliveriesOf(world, practiceId, "record_changes")).toEqual([]);
    const outcomes = (await changesOf(practiceId, patientId)).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(["kept_here"]));
    expect(await auditOf(world, practiceId)).toContain("record.changed");
  });

  it("R50: go to the practice's own system as changes, field by field, and are shown as sent", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    await besideAPms(practiceId);
    const here = await browserOf(world, robin);
    await here.send(change, { body: { ...empty, town: "Exampleton" } });
    await here.send(change, { body: { ...empty, version: 2, town: "Otherton" } });
    expect(await changesOf(practiceId, patientId)).toEqual([
      { field: "town", before: null, after: "Exampleton", outcome: "replaced" },
      { field: "town", before: null, after: "Otherton", outcome: null },
    ]);
    expect(await deliveriesOf(world, practiceId, "record_changes")).toHaveLength(2);
    const { session } = await openSession(world.db, here.jar.get("archway-session"), {
      polling: false,
    });
    if (!session) throw new Error("no session");
    const actor = { ...session, kind: "patient", role: "patient", patientId } as const;
    const { sent } = await ownProfile(await world.services(), actor);
    expect(sent.map(({ field, standing }) => [field, standing])).toEqual([["town", "waiting"]]);
  });

  it("the same sent twice changes nothing more; an older form than the record's is refused", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await here.send(change, { body: full });
    const again = await here.send(change, { body: full });
    expect([again.status, again.body]).toEqual([200, { version: 2, changed: [] }]);
    const stale = await here.send(change, { body: { ...full, town: "Elsewhere" } });
    expect([stale.status, stale.body.error.code]).toEqual([409, "changed_meanwhile"]);
    expect(await recordOf(world, robin.practiceId, robin.patientId)).toMatchObject({
      town: "Exampleton",
    });
  });

  it("of five different forms at one time one is kept", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const tries = await Promise.all(
      ["A", "B", "C", "D", "E"].map((town) => here.send(change, { body: { ...empty, town } })),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await changesOf(robin.practiceId, robin.patientId)).toHaveLength(1);
  });

  it("can be saved although the practice left the emergency contact incomplete", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    await inPractice(world.db, practiceId, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId, id: patientId } },
        data: { emergencyContactName: "Sam Example", emergencyContactRelationship: "aunt" },
        select: { id: true },
      }),
    );
    const here = await browserOf(world, robin);
    const asItWas = {
      ...empty,
      emergencyContactName: "Sam Example",
      emergencyContactRelationship: "aunt",
    };
    const moved = await here.send(change, { body: { ...asItWas, town: "Exampleton" } });
    expect([moved.status, moved.body.version]).toEqual([200, 2]);
    const renamed = { ...asItWas, town: "Exampleton", version: 2, emergencyContactName: "Sammy" };
    const refused = await here.send(change, { body: renamed });
    expect(refused.body.error.code).toBe("emergency_incomplete");
  });

  it.each([
    [{ homePhone: "12" }, "home_phone_wrong", "homePhone"],
    [{ workPhone: "call me" }, "work_phone_wrong", "workPhone"],
    [
      { emergencyContactName: "Sam", emergencyContactPhone: "1" },
      "emergency_phone_wrong",
      "emergencyContactPhone",
    ],
    [{ emergencyContactName: "Sam" }, "emergency_incomplete", "emergencyContactPhone"],
    [{ emergencyContactRelationship: "aunt" }, "emergency_incomplete", "emergencyContactPhone"],
  ])("refuse %o at its field", async (wrong, code, field) => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const answer = await here.send(change, { body: { ...empty, ...wrong } });
    expect([answer.status, answer.body.error.code]).toEqual([422, code]);
    expect(answer.body.error.fields).toHaveProperty(field);
  });
});

describe("R10, S12: whose details", () => {
  async function guardian(rights: "full" | "view") {
    const robin = await registeredPatient(world);
    const { practiceId } = robin;
    const childId = await makePatient(world, practiceId, {
      firstName: "Kim",
      dateOfBirth: "2016-03-09",
    });
    const { now } = await world.services();
    await inPractice(world.db, practiceId, (tx) =>
      tx.guardianship.create({
        data: {
          practiceId,
          patientId: childId,
          guardianPersonId: robin.personId,
          rights,
          fromOn: new Date("2020-01-01"),
          invitedAt: fromInstant(now),
          birthDateConfirmedAt: fromInstant(now),
        },
      }),
    );
    return { robin, practiceId, childId, here: await browserOf(world, robin) };
  }

  it("a guardian changes a child's, named, and their own stay", async () => {
    const { robin, practiceId, childId, here } = await guardian("full");
    const body = { ...empty, patientId: childId, town: "Exampleton" };
    expect((await here.send(change, { body })).status).toBe(200);
    expect(await recordOf(world, practiceId, childId)).toMatchObject({ town: "Exampleton" });
    expect(await recordOf(world, practiceId, robin.patientId)).toMatchObject({ town: null });
    const unnamed = await here.send(change, { body: { ...empty, town: "X" } });
    expect(unnamed.body.error.code).toBe("patient_required");
  });

  it("a guardian who may look alone does not", async () => {
    const { practiceId, childId, here } = await guardian("view");
    const body = { ...empty, patientId: childId, town: "Exampleton" };
    expect((await here.send(change, { body })).body.error.code).toBe("view_only");
    expect(await recordOf(world, practiceId, childId)).toMatchObject({ town: null });
  });

  it("nobody else's, and staff none by this door", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    for (const practiceId of [robin.practiceId, undefined]) {
      const other = await registeredPatient(world, practiceId ? { practiceId } : {});
      const body = { ...empty, patientId: other.patientId, town: "Exampleton" };
      expect((await here.send(change, { body })).status).toBe(404);
    }
    const staff = await makePerson(world, robin.practiceId, { role: "staff" });
    const token = await makeSession(world, robin.practiceId, staff, "staff");
    const desk = openBrowser(world, new Map([["archway-session", token]]));
    expect((await desk.send(change, { body: empty })).status).toBe(403);
  });
});
