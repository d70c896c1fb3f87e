import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { findDisruption } from "@/features/disruptions/queries";
import { changeOpeningHours, changeWorkingHours } from "@/features/settings/times/change-hours";
import { addChair, changeChair, changeLocation } from "@/features/settings/times/change-places";
import { placesView } from "@/features/settings/times/queries";
import { settingsLog, settingsScene } from "../../support/settings-world";
import { openWorld } from "../../support/world";

const world = await openWorld();
let scene: Awaited<ReturnType<typeof settingsScene>>;

beforeEach(async () => {
  scene = await settingsScene(world);
});

describe("R36: chairs and locations", () => {
  it("an archived chair lists its visits, which stand once it is used again; the last location and one with visits stay", async () => {
    const { services, admin, practice, book, at } = scene;
    const { locationId, chairId } = practice;
    await addChair(services, admin, { locationId, name: "Second" });
    const visit = await book(at("10:00"), { chairId });
    const shown = async () => {
      const [location] = await placesView(services, admin);
      const chair = location?.chairs.find(({ id }) => id === chairId);
      if (!location || !chair) throw new Error("no chair");
      return { location, chair };
    };
    const { location, chair } = await shown();
    expect(chair.visits).toHaveLength(1);
    const { chairs: _, phone, ...place } = location;
    const gone = { ...place, phone: phone ?? "", archived: true };
    expect(await changeLocation(services, admin, gone)).toMatchObject({ reason: "last_place" });
    const archived = await changeChair(services, admin, {
      id: chairId,
      name: chair.name,
      archived: true,
      seen: chair.seen,
    });
    if (!archived.ok) throw new Error(archived.reason);
    const list = async () => {
      const id = archived.value.disruptionId ?? "";
      const found = await findDisruption(services, admin, id);
      return found?.visits.map(({ appointmentId, is }) => [appointmentId, is]);
    };
    expect(await list()).toEqual([[visit.id, "open"]]);
    const late = { id: chairId, name: "Other", archived: true, seen: chair.seen };
    expect(await changeChair(services, admin, late)).toMatchObject({ reason: "changed_meanwhile" });
    expect(await bookAppointment(services, scene.mine, scene.wish("11:00"))).toMatchObject({
      ok: true,
    });
    const { seen } = (await shown()).chair;
    const again = { id: chairId, name: chair.name, archived: false, seen };
    expect(await changeChair(services, admin, again)).toMatchObject({ value: { visits: 0 } });
    expect(await list()).toEqual([[visit.id, "stands"]]);
  });

  it("S12: another practice's hours, chairs and people are not there", async () => {
    const theirs = await settingsScene(world);
    const { services, admin, practice } = scene;
    const { locationId, chairId } = theirs.practice;
    const seen = "0".repeat(16);
    const strange = [
      changeOpeningHours(services, admin, { locationId, hours: [], seen }),
      changeWorkingHours(services, admin, {
        practitionerId: theirs.practitionerId,
        hours: [],
        seen,
      }),
      changeChair(services, admin, { id: chairId, name: "Mine", archived: false, seen }),
      addChair(services, admin, { locationId, name: "Mine" }),
    ];
    for (const answer of await Promise.all(strange))
      expect(answer).toMatchObject({ ok: false, reason: "not_found" });
    expect(await settingsLog(world, practice.id)).toEqual([]);
  });
});
