import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { casesOfPatient } from "@/features/cases/cases-of-patient";
import { readCase } from "@/features/cases/read-case";
import { openWorld } from "../../support/world";
import { addFile, type CaseCast, makeCaseCast, presented, standing } from "./case-world";

const world = await openWorld();
async function read(by: CaseCast["doctor"], id: string) {
  const found = await readCase(await world.services(), by, { id });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

describe("R41: a case is read", () => {
  it("whole: prescription, files, history, plans, and what may be done with it", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state: "plan_ready", isAtLab: true });
    const photo = await addFile(world, cast, { kind: "photo", caseId: id });
    await presented(world, cast, id, { number: 1, decision: "changes_requested" });
    await presented(world, cast, id, { number: 2 });
    const seen = await read(cast.doctor, id);
    expect(seen).toMatchObject({
      patient: { id: cast.patientId },
      isMine: true,
      state: "plan_ready",
      prescription: { goal: "Align the upper front teeth." },
      consent: { by: "Dr Example" },
      events: [{ event: "create", by: "orthodontist", from: null, to: "draft" }],
      plans: [
        { number: 2, decision: null, plan: { upperStages: 4 } },
        { number: 1, decision: "changes_requested" },
      ],
      missing: [],
      may: { edit: false, reviewPlan: true, cancel: true, takeDelivery: false, complete: false },
    });
    expect(seen.files.map(({ kind, arch }) => [kind, arch])).toEqual([
      ["scan", "upper"],
      ["scan", "lower"],
      ["photo", null],
    ]);
    expect(seen.files.at(-1)).toMatchObject({ id: photo, href: `/api/uploads/${photo}` });
  });

  it("R52: by every orthodontist of the practice; sending and deciding stay its own one's", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state: "plan_ready", isAtLab: true });
    const seen = await read(cast.colleague, id);
    expect(seen).toMatchObject({
      isMine: false,
      may: { reviewPlan: false, cancel: false, hold: true },
    });
    const stranger = (await makeCaseCast(world)).doctor;
    expect(await readCase(await world.services(), stranger, { id })).toMatchObject({
      reason: "not_found",
    });
  });

  it("R53: that somebody looked is noted, once in a while for each", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast);
    await read(cast.doctor, id);
    await read(cast.doctor, id);
    await read(cast.colleague, id);
    const looks = await inPractice(world.db, cast.practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { action: "case.viewed" },
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: { actorPersonId: true, objectId: true, patientId: true },
      }),
    );
    const look = { objectId: id, patientId: cast.patientId };
    expect(looks).toEqual([
      { actorPersonId: cast.doctor.personId, ...look },
      { actorPersonId: cast.colleague.personId, ...look },
    ]);
  });

  it("what was kept in an older shape is read as far as it goes", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast);
    const keep = (prescription: object) =>
      inPractice(world.db, cast.practice.id, (tx) =>
        tx.labCase.updateMany({ where: { id }, data: { prescription } }),
      );
    await keep({ arches: "upper", goal: "Close spaces" });
    expect((await read(cast.doctor, id)).prescription).toMatchObject({
      ...{ arches: "upper", goal: "Close spaces", intervalDays: 10, crowding: [] },
    });
    await keep({ arches: "sideways" });
    const unread = await read(cast.doctor, id);
    expect(unread).toMatchObject({ prescription: { arches: "both" }, missing: ["goal"] });
  });

  it("a patient's cases are told newest first", async () => {
    const cast = await makeCaseCast(world);
    const one = await standing(world, cast);
    const other = await standing(world, cast, { state: "planning" });
    const services = await world.services();
    const found = await casesOfPatient(services, cast.doctor, cast.patientId);
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      [other, "planning"],
      [one, "draft"],
    ]);
    const stranger = (await makeCaseCast(world)).doctor;
    expect(await casesOfPatient(services, stranger, cast.patientId)).toEqual([]);
  });
});
