import { describe, expect, test } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { offerByHand } from "@/features/waiting-list/offer-by-hand";
import {
  deskWaitingEntry,
  deskWaitingList,
  WAITING_PER_PAGE,
} from "@/features/waiting-list/queries";
import { makeClinicActor, makePatient } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { waitingScene } from "./waiting-world";

const world = await openWorld();

describe("R35: the desk's list", () => {
  test("reaches everybody page by page, the longest waiting first; S12: no other practice's", async () => {
    const { practice, desk, visitTypeId, services } = await waitingScene(world);
    const many = WAITING_PER_PAGE + 2;
    const ids = await Promise.all(
      Array.from({ length: many }, () => makePatient(world, practice.id)),
    );
    // Three at a time share a moment: then the id decides.
    const createdAt = (i: number) =>
      fromInstant(services.now.subtract({ minutes: many - Math.floor(i / 3) }));
    await inPractice(world.db, practice.id, (tx) =>
      tx.waitingListEntry.createMany({
        data: ids.map((patientId, i) => ({
          practiceId: practice.id,
          patientId,
          visitTypeId,
          weekdays: [],
          addedByPersonId: desk.personId,
          createdAt: createdAt(i),
        })),
      }),
    );
    const first = (await deskWaitingList(services, desk, {})).value;
    expect(first.items).toHaveLength(WAITING_PER_PAGE);
    const rest = (await deskWaitingList(services, desk, { cursor: first.next ?? "" })).value;
    expect(rest.next).toBeNull();
    const all = [...first.items, ...rest.items];
    expect(new Set(all.map(({ patient }) => patient.id))).toEqual(new Set(ids));
    expect(all).toHaveLength(many);
    const waits = all.map(({ waitingSince }) => waitingSince);
    expect(waits).toEqual(waits.toSorted());
    const stranger = await makeClinicActor(world, (await makePractice(world)).id, "staff");
    expect((await deskWaitingList(services, stranger, {})).value.items).toEqual([]);
    expect(await deskWaitingEntry(services, stranger, all[0]?.id ?? "")).toBeNull();
  });

  test("R32: offers no time where the answer would be that the visit is too close to move", async () => {
    const scene = await waitingScene(world);
    const { practice, desk, services, practitionerId, freed } = scene;
    const [waits] = await scene.waiting(1);
    const id = waits?.entryId ?? "";
    expect((await deskWaitingEntry(services, desk, id))?.hindrance).toBeNull();
    await inPractice(world.db, practice.id, (tx) =>
      tx.practiceSettings.update({
        where: { practiceId: practice.id },
        data: { rescheduleNoticeHours: 720 },
      }),
    );
    expect((await deskWaitingEntry(services, desk, id))?.hindrance).toBe("not_movable");
    const wish = { id, startsAt: freed, practitionerId };
    expect(await offerByHand(services, desk, wish)).toMatchObject({ reason: "not_movable" });
  });
});
