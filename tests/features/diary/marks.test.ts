import { expect, test } from "vitest";
import type { Result } from "@/domain/result";
import {
  markArrived,
  markCompleted,
  markNoShow,
  markSeated,
  undoMark,
} from "@/features/diary/mark-visit";
import { moveAppointment } from "@/features/diary/move-appointment";
import type { DiaryVisit } from "@/features/diary/schema";
import { diaryScene, history, overlaps } from "../../support/diary-world";
import { openWorld } from "../../support/world";

const world = await openWorld();

function visitOf(result: Result<DiaryVisit, string>): DiaryVisit {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** A visit that begins within the minute, whatever the hour is. */
async function now() {
  const scene = await diaryScene(world);
  const { services, book, practice } = scene;
  const startsAt = services.now.round({ smallestUnit: "minute", roundingMode: "floor" }).toString();
  return { ...scene, startsAt, practice, visit: await book(startsAt, { outsideHours: true }) };
}

test("R36: arrived, in the chair, done, and back again step by step, each with its event", async () => {
  const { services, desk, doctor, visit, practice } = await now();
  const { id } = visit;
  expect(visit).toMatchObject({ can: ["move", "cancel", "arrive", "no_show"], markedAt: null });
  const arrived = visitOf(await markArrived(services, desk, { id, version: visit.version }));
  expect(arrived).toMatchObject({
    state: "arrived",
    can: ["move", "cancel", "seat", "complete", "undo"],
    markedAt: new Date(services.now.epochMilliseconds).toISOString(),
  });
  const seated = visitOf(await markSeated(services, doctor, { id, version: arrived.version }));
  const done = visitOf(await markCompleted(services, doctor, { id, version: seated.version }));
  expect(done).toMatchObject({ state: "completed", can: ["undo"] });
  let { version } = done;
  for (const state of ["in_chair", "arrived", "booked"]) {
    const back = visitOf(await undoMark(services, desk, { id, version }));
    expect(back.state).toBe(state);
    version = back.version;
  }
  expect(await undoMark(services, desk, { id, version })).toMatchObject({
    reason: "not_possible",
    detail: { state: "booked" },
  });
  expect(await history(world, practice.id, id)).toEqual([
    "null book booked by staff",
    "booked arrive arrived by staff",
    "arrived seat in_chair by orthodontist",
    "in_chair complete completed by orthodontist",
    "completed undo in_chair by staff",
    "in_chair undo arrived by staff",
    "arrived undo booked by staff",
  ]);
});

test("R36: a visit under way may grow and change its chair, not its start", async () => {
  const { services, desk, visit, startsAt } = await now();
  const { id } = visit;
  const arrived = visitOf(await markArrived(services, desk, { id, version: visit.version }));
  const still = { outsideHours: true, tellPatient: true };
  const later = services.now.add({ hours: 2 }).round("minute").toString();
  expect(
    await moveAppointment(services, desk, {
      id,
      version: arrived.version,
      startsAt: later,
      ...still,
    }),
  ).toMatchObject({ reason: "not_possible" });
  expect(
    await moveAppointment(services, desk, { id, version: arrived.version, minutes: 50, ...still }),
  ).toMatchObject({
    value: { state: "arrived", startsAt: expect.stringContaining(startsAt.slice(0, 16)) },
  });
});

test("R36: nobody arrives a day early, and nobody misses what has not begun", async () => {
  const { services, desk, book, at } = await diaryScene(world);
  const { id, version } = await book(at("10:00"));
  expect(await markArrived(services, desk, { id, version })).toMatchObject({ reason: "too_early" });
  expect(await markNoShow(services, desk, { id, version })).toMatchObject({ reason: "too_early" });
});

test("R36: who comes late after all is here again, unless the time was given to somebody else", async () => {
  const { services, desk, visit, startsAt, book, theirs, practice } = await now();
  const missed = visitOf(
    await markNoShow(services, desk, { id: visit.id, version: visit.version }),
  );
  expect(missed.can).toEqual(["arrive", "undo"]);
  const late = visitOf(
    await markArrived(services, desk, { id: visit.id, version: missed.version }),
  );
  const back = visitOf(await undoMark(services, desk, { id: visit.id, version: late.version }));
  const again = visitOf(await markNoShow(services, desk, { id: visit.id, version: back.version }));
  await book(startsAt, { patientId: theirs.patientId, outsideHours: true });
  for (const mark of [markArrived, undoMark]) {
    expect(await mark(services, desk, { id: visit.id, version: again.version })).toMatchObject({
      reason: "slot_taken",
    });
  }
  expect(await overlaps(world, practice.id)).toBe(0);
});

test("R36: a mark is taken back on the day it was set, not later", async () => {
  const { services, desk, visit } = await now();
  const { version } = visitOf(
    await markNoShow(services, desk, { id: visit.id, version: visit.version }),
  );
  await world.advance("P2D");
  const later = await world.services();
  expect(await undoMark(later, desk, { id: visit.id, version })).toMatchObject({
    reason: "too_late",
  });
});
