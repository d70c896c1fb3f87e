import { describe, expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { cancelByPractice } from "@/features/diary/end-visit";
import { declineOffer } from "@/features/waiting-list/decline-offer";
import { leaveWaitingList } from "@/features/waiting-list/leave-list";
import { makeVisitType } from "../../support/appointments-world";
import { mailed } from "../../support/diary-world";
import { openWorld } from "../../support/world";
import { clock, type WaitingScene, waitingScene } from "./waiting-world";

const world = await openWorld();

async function cancelFreed({ theirs, freedId }: WaitingScene) {
  const services = await world.services();
  return cancelAppointment(services, theirs, { id: freedId, reason: "No time" });
}

describe("R35: who is offered what", () => {
  test("a cancelled time goes to those who wait, the longest waiting first, five at once, once each", async () => {
    const scene = await waitingScene(world);
    const people = await scene.waiting(7);
    expect(await scene.sweep()).toBe(0);
    await cancelFreed(scene);
    expect(await scene.sweep()).toBe(5);
    expect(await scene.sweep()).toBe(0);
    const counts = await Promise.all(
      people.map(async ({ actor }) => (await scene.offersOf(actor)).length),
    );
    expect(counts).toEqual([1, 1, 1, 1, 1, 0, 0]);
    const [first] = people;
    if (!first) throw new Error("nobody waits");
    expect(await scene.offersOf(first.actor)).toMatchObject([
      { startsAt: scene.freed, practitioner: { id: scene.practitionerId } },
    ]);
    expect(await mailed(world, scene.practice.id, first.actor.patientId)).toContain("earlier_time");
    await world.advance("PT2H1M");
    expect(await scene.sweep()).toBe(2);
  });

  test("moved away, and declined or cancelled by the practice: each is offered", async () => {
    const scene = await waitingScene(world);
    const [person] = await scene.waiting(1);
    if (!person) throw new Error("nobody waits");
    const services = await world.services();
    await rescheduleAppointment(services, scene.theirs, {
      id: scene.freedId,
      startsAt: scene.at("11:00"),
    });
    expect(await scene.sweep()).toBe(1);
    await cancelByPractice(services, scene.desk, {
      id: scene.freedId,
      version: 2,
      reason: "Ill",
      tellPatient: false,
    });
    expect(await scene.sweep()).toBe(1);
    const times = (await scene.offersOf(person.actor)).map(({ startsAt }) => startsAt).sort();
    expect(times).toEqual([scene.freed, scene.at("11:00")]);
  });

  test("not to whom it does not fit: too long, other days or hours, no earlier, restricted, nobody to tell", async () => {
    const scene = await waitingScene(world);
    const { practice, practitionerId } = scene;
    const people = await scene.waiting(4);
    const [restricted, silent, afternoon, later] = people;
    if (!restricted || !silent || !afternoon || !later) throw new Error("nobody waits");
    // The next visit follows at once, so that an hour does not fit where half an hour was.
    await scene.book(clock(scene.freed, 30));
    const long = await makeVisitType(world, practice.id, [practitionerId], { minutes: 60 });
    expect(await scene.join(later.actor, { visitTypeId: long })).toMatchObject({ ok: true });
    const services = await world.services();
    await leaveWaitingList(services, later.actor, { id: later.entryId });
    await leaveWaitingList(services, afternoon.actor, { id: afternoon.entryId });
    await scene.join(afternoon.actor, {
      appointmentId: afternoon.visitId,
      partOfDay: "afternoon",
    });
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: restricted.actor.patientId } },
        data: { bookingRestrictedAt: new Date() },
        select: { id: true },
      }),
    );
    await world.db.prisma.login.update({
      where: { id: silent.actor.loginId },
      data: { emailVerifiedAt: null },
    });
    await cancelFreed(scene);
    expect(await scene.sweep()).toBe(0);
  });

  test("at night nobody is written to; the morning after they are", async () => {
    const scene = await waitingScene(world);
    await scene.waiting(1);
    const services = await world.services();
    const here = services.now.toZonedDateTimeISO(scene.practice.zone);
    const minute = here.hour * 60 + here.minute;
    await inPractice(world.db, scene.practice.id, (tx) =>
      tx.practiceSettings.update({
        where: { practiceId: scene.practice.id },
        data: { quietFromMinute: minute, quietUntilMinute: (minute + 60) % 1440 },
      }),
    );
    await cancelFreed(scene);
    expect(await scene.sweep()).toBe(0);
    await world.advance("PT61M");
    expect(await scene.sweep()).toBe(1);
  });

  test("at most three a day for one person, and none after leaving or with the visit gone", async () => {
    const scene = await waitingScene(world);
    const [person] = await scene.waiting(1);
    if (!person) throw new Error("nobody waits");
    const { actor, entryId, visitId } = person;
    for (const [index, hour] of ["10:00", "11:00", "13:00", "14:00"].entries()) {
      const services = await world.services();
      await rescheduleAppointment(services, scene.theirs, {
        id: scene.freedId,
        startsAt: scene.at(hour),
      });
      expect(await scene.sweep(), hour).toBe(index < 3 ? 1 : 0);
    }
    const [offer] = await scene.offersOf(actor);
    if (!offer) throw new Error("no offer");
    const services = await world.services();
    expect(await declineOffer(services, actor, { id: offer.id, leave: false })).toMatchObject({
      value: { declined: true },
    });
    expect(await scene.entriesOf(actor)).toMatchObject([{ id: entryId }]);
    expect(await scene.offersOf(actor)).toHaveLength(2);
    await cancelAppointment(services, actor, { id: visitId, reason: "Not needed" });
    expect(await scene.entriesOf(actor)).toEqual([]);
  });

  test("S17: three workers at once offer a time once to each", async () => {
    const scene = await waitingScene(world);
    const people = await scene.waiting(2);
    await cancelFreed(scene);
    await Promise.all([scene.sweep(), scene.sweep(), scene.sweep()]);
    for (const { actor } of people) expect(await scene.offersOf(actor)).toHaveLength(1);
  });
});
