import { expect, test } from "vitest";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { declineRequest } from "@/features/diary/end-visit";
import { holdForPatient, releaseDeskHold } from "@/features/diary/hold-for-patient";
import { askToChoose } from "@/features/disruptions/ask-to-choose";
import { movePlanned } from "@/features/disruptions/move-planned";
import { planMoves } from "@/features/disruptions/plan-moves";
import { findDisruption, openDisrupted } from "@/features/disruptions/queries";
import { addClosure } from "@/features/settings/times/add-absence";
import { makeClinicActor } from "../../support/people";
import { settingsScene } from "../../support/settings-world";
import { wishScene } from "../../support/wish-world";
import { openWorld } from "../../support/world";

const world = await openWorld();

test("R31, R36: a wish for closed time is listed, is neither moved nor asked about, and ends with its answer", async () => {
  const scene = await wishScene(world);
  const { services, desk, practice, visit, at, on } = scene;
  await scene.ask("11:00");
  const wish = await scene.request();
  const closed = await addClosure(services, await makeClinicActor(world, practice.id, "admin"), {
    locationId: null,
    from: `${on}T10:30`,
    until: `${on}T12:00`,
    reason: "Course",
  });
  const id = (closed.ok && closed.value.disruptionId) || "";
  const lines = async () => {
    const list = await findDisruption(services, desk, id);
    return list?.visits.map(({ appointmentId, isWish, is }) => [appointmentId, isWish, is]);
  };
  expect(await lines()).toEqual([[wish.id, true, "open"]]);
  expect(await openDisrupted(services, desk)).toBe(1);
  expect(await planMoves(services, desk, { id })).toMatchObject({ value: { items: [] } });
  const moves = [{ appointmentId: wish.id, version: wish.version, startsAt: at("14:00") }];
  expect(await movePlanned(services, desk, { id, moves })).toMatchObject({ reason: "not_found" });
  expect(await askToChoose(services, desk, { id, appointmentIds: [wish.id] })).toEqual({
    ok: true,
    value: { asked: 0, unreachable: 0 },
  });
  const no = await declineRequest(services, desk, { ...wish, reason: "We are closed" });
  expect(no).toMatchObject({ value: { id: visit.id, state: "booked", startsAt: at("09:00") } });
  expect(await lines()).toEqual([[wish.id, true, "answered"]]);
  expect(await openDisrupted(services, desk)).toBe(0);
});

test("R30, R36: a held time is listed; let go or run out it is over, booked all the same it is a visit to sort out", async () => {
  const other = await settingsScene(world);
  const { services, desk, mine, theirs, wanted, at, wish, day, close } = await settingsScene(world);
  const [books, lapses] = [await holdTime(services, mine, wish("11:00")), wish("11:30")];
  const late = await holdTime(services, mine, lapses);
  const atDesk = await holdForPatient(
    services,
    desk,
    wanted(at("09:00"), { patientId: theirs.patientId }),
  );
  if (!books.ok || !late.ok || !atDesk.ok) throw new Error("no hold");
  const { disruptionId } = await close(`${day}T09:00`, `${day}T12:00`);
  const lines = async (who = desk) => {
    const list = await findDisruption(await world.services(), who, disruptionId ?? "");
    return list?.visits.map(
      ({ is, held }) => `${is} ${held && (held.byDesk ? "desk" : "patient")}`,
    );
  };
  expect(await lines()).toEqual(["held desk", "held patient", "held patient"]);
  expect(await lines(other.desk)).toBeUndefined();
  await releaseDeskHold(services, desk, { id: atDesk.value.id });
  const booking = { ...wish("11:00"), holdId: books.value.id };
  expect(await bookAppointment(services, mine, booking)).toMatchObject({ ok: true });
  await world.advance("PT6M");
  expect(await lines()).toEqual(["over null", "open null", "over patient"]);
});
