import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { askCheckIns } from "@/features/check-ins/ask-check-ins";
import { cancelCheckIn } from "@/features/check-ins/cancel-check-in";
import { ownCheckIn } from "@/features/check-ins/own-check-in";
import { requestCheckIn } from "@/features/check-ins/request-check-in";
import { patientHome } from "@/features/treatment/queries";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { treatedPatient } from "../treatment/made-plan";
import { atPhotoStop, place } from "./check-in-world";

const world = await openWorld();

describe("R24: photos are asked for", () => {
  it("by itself once a photo stop is reached, once, however often and by however many workers it is looked at", async () => {
    const given = await atPhotoStop(world);
    await Promise.all([1, 2, 3].map(async () => askCheckIns(await world.services())));
    await askCheckIns(await world.services());
    const rows = await given.rows();
    expect(rows).toMatchObject([
      { state: "requested", stageId: given.plan.stageId("upper", 2), requestedByPersonId: null },
    ]);
    expect(rows[0]?.dueOn?.toISOString().slice(0, 10)).toBe(await given.day(3));
    expect(await given.audited()).toMatchObject([
      { action: "check_in.requested", actorPersonId: null, patientId: given.actor.patientId },
    ]);
    expect((await patientHome(await world.services(), given.actor)).checkIn).toMatchObject({
      state: "requested",
      dueOn: await given.day(3),
    });
  });

  it("not the day before the stop is reached, at another kind of stop, or after it was taken back", async () => {
    const early = await atPhotoStop(world, 9);
    const visit = await treatedPatient(world, { stopAfter: { stage: 2, stop: "visit" } });
    const given = await atPhotoStop(world);
    await cancelCheckIn(await world.services(), given.doctor, { id: await given.asked() });
    await askCheckIns(await world.services());
    expect(await early.rows()).toEqual([]);
    expect((await given.rows()).map(({ state }) => state)).toEqual(["cancelled"]);
    expect((await ownCheckIn(await world.services(), visit.actor)).open).toBeNull();
  });

  it("by the orthodontist with note and day; one request at a time; at a stop it is about the stop", async () => {
    const given = await atPhotoStop(world);
    const ask = async (dueOn: string) =>
      requestCheckIn(await world.services(), given.doctor, {
        id: given.actor.patientId,
        note: "Tooth 23 close up",
        dueOn,
      });
    expect(await ask(await given.day(-1))).toMatchObject({ ok: false, reason: "due_in_past" });
    expect(await ask(await given.day(181))).toMatchObject({ ok: false, reason: "due_too_far" });
    const day = await given.day(4);
    const both = await Promise.all([ask(day), ask(day)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "already_open" });
    expect(await given.rows()).toMatchObject([
      {
        note: "Tooth 23 close up",
        stageId: given.plan.stageId("upper", 2),
        requestedByPersonId: given.doctor.personId,
      },
    ]);
    expect(await ownCheckIn(await world.services(), given.actor)).toMatchObject({
      open: { state: "requested", note: "Tooth 23 close up", dueOn: day, photos: [] },
      last: null,
      mayAct: true,
    });
  });

  it("without a stop too; never of another practice's patient", async () => {
    const given = await treatedPatient(world);
    const doctor = await makeClinicActor(world, given.practice.id, "orthodontist");
    const other = await atPhotoStop(world);
    const dueOn = await other.day(2);
    const ask = async (by: typeof doctor) =>
      requestCheckIn(await world.services(), by, { id: given.actor.patientId, dueOn });
    expect(await ask(other.doctor)).toMatchObject({ ok: false, reason: "not_found" });
    expect(await ask(doctor)).toMatchObject({ ok: true, value: { state: "requested" } });
  });

  it("R21: no longer where the change to the stop's aligner was taken back, unless photos were taken", async () => {
    const [moot, begun] = [await atPhotoStop(world), await atPhotoStop(world)];
    await moot.asked();
    const shot = { view: "front", withAligner: false } as const;
    await place(world, begun.actor, await begun.asked(), shot);
    for (const { practice, plan } of [moot, begun])
      await inPractice(world.db, practice.id, (tx) =>
        tx.alignerChange.updateMany({
          where: { stageId: { in: [plan.stageId("upper", 2), plan.stageId("lower", 2)] } },
          data: { undoneAt: new Date() },
        }),
      );
    await askCheckIns(await world.services());
    expect((await moot.rows()).map(({ state }) => state)).toEqual(["cancelled"]);
    expect((await begun.rows()).map(({ state }) => state)).toEqual(["requested"]);
  });

  it("taking a request back drops what was not sent", async () => {
    const given = await atPhotoStop(world);
    const id = await given.asked();
    const shot = { view: "front", withAligner: false } as const;
    expect((await place(world, given.actor, id, shot)).placed.ok).toBe(true);
    expect(await cancelCheckIn(await world.services(), given.doctor, { id })).toMatchObject({
      ok: true,
    });
    expect((await place(world, given.actor, id, shot)).placed).toMatchObject({
      ok: false,
      reason: "cancelled",
    });
    expect((await ownCheckIn(await world.services(), given.actor)).open).toBeNull();
    expect(await given.waitsFor()).toEqual(["photo_check_in", "photo_check_in"]);
  });
});
