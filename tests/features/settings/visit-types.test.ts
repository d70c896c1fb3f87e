import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { listSlots, visitTypes } from "@/features/appointments/slot-queries";
import {
  addVisitType,
  changeVisitType,
  orderVisitTypes,
} from "@/features/settings/times/change-visit-type";
import type { VisitTypeFields } from "@/features/settings/times/schema";
import { settingsLog, settingsScene } from "../../support/settings-world";
import { openWorld } from "../../support/world";

const world = await openWorld();
let scene: Awaited<ReturnType<typeof settingsScene>>;
let fields: VisitTypeFields;

beforeEach(async () => {
  scene = await settingsScene(world);
  fields = {
    name: "New tray",
    minutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    leadMinutes: 0,
    horizonDays: null,
    dailyLimit: null,
    needsApproval: false,
    bookableOnline: true,
    practitionerIds: [scene.practitionerId],
  };
});

const starts = (preview: Awaited<ReturnType<typeof scene.preview>>, is: "kept" | "new" | "gone") =>
  preview.days.flatMap(({ times }) => times.filter((time) => time.is === is));

describe("R29: types of visit", () => {
  it("the preview of a new type is what its patients then find, and saves nothing", async () => {
    const { services, admin, mine, practitionerId, day } = scene;
    const view = { practitionerId, visitTypeId: null, weekOn: day };
    const preview = await scene.preview({ ...fields, kind: "visit_type", id: null }, view);
    expect((await scene.settings()).types).toHaveLength(1);
    expect(starts(preview, "kept")).toEqual([]);

    const added = await addVisitType(services, admin, fields);
    if (!added.ok || !added.value.id) throw new Error("not added");
    const to = new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
    const slots = await listSlots(services, mine, {
      visitTypeId: added.value.id,
      practitionerId,
      from: day,
      to,
    });
    if (!slots.ok) throw new Error(slots.reason);
    expect(slots.value.items.map(({ startsAt }) => startsAt)).toEqual(
      starts(preview, "new").map(({ startsAt }) => startsAt),
    );
    const types = await visitTypes(services, mine);
    expect(types.ok && types.value.items.map(({ name }) => name)).toEqual(["Check", "New tray"]);
  });

  it("R52, S19: archived, it is offered no more and what is booked stays; the log keeps both", async () => {
    const { services, admin, mine, practice, visitTypeId } = scene;
    const booked = await bookAppointment(services, mine, scene.wish("10:00"));
    expect(booked.ok).toBe(true);
    const [type] = (await scene.settings()).types;
    if (!type) throw new Error("no type");
    const { id: _, archived: __, ...present } = type;
    const change = { ...present, id: visitTypeId, minutes: 45, archived: true };
    const answer = await changeVisitType(services, admin, change);
    expect(answer).toMatchObject({ ok: true, value: { changed: true, visits: 0 } });
    const again = await bookAppointment(services, mine, scene.wish("13:00"));
    expect(again).toMatchObject({ ok: false, reason: "not_bookable_online" });
    expect(await settingsLog(world, practice.id)).toEqual([
      {
        what: "visit_type",
        visitType: "Check",
        minutes: "30 → 45",
        archived: "false → true",
        visits: "0",
      },
    ]);
  });

  it("two admins on one type, and on one order: the second is told, nothing is lost", async () => {
    const { services, admin } = scene;
    await addVisitType(services, admin, fields);
    const { types, order } = await scene.settings();
    const [type] = types;
    if (!type) throw new Error("no type");
    const { archived: _, ...present } = type;
    const change = { ...present, archived: false };
    const both = await Promise.all([
      changeVisitType(services, admin, { ...change, minutes: 40 }),
      changeVisitType(services, admin, { ...change, minutes: 50 }),
    ]);
    expect(both.map((one) => (one.ok ? "ok" : one.reason)).sort()).toEqual([
      "changed_meanwhile",
      "ok",
    ]);
    const turned = { ids: [...order.ids].reverse(), seen: order.seen };
    expect(await orderVisitTypes(services, admin, turned)).toMatchObject({ ok: true });
    expect(await orderVisitTypes(services, admin, turned)).toMatchObject({
      reason: "changed_meanwhile",
    });
    expect((await scene.settings()).order.ids).toEqual(turned.ids);
  });

  it("S12: another practice's type and practitioner are not there", async () => {
    const theirs = await settingsScene(world);
    const { services, admin } = scene;
    const [type] = (await theirs.settings()).types;
    if (!type) throw new Error("no type");
    const { archived: _, ...present } = type;
    expect(await changeVisitType(services, admin, { ...present, archived: true })).toMatchObject({
      reason: "not_found",
    });
    const strange = { ...fields, practitionerIds: [theirs.practitionerId] };
    expect(await addVisitType(services, admin, strange)).toMatchObject({ reason: "not_found" });
  });
});
