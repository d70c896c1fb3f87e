import { describe, expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { findAppointment } from "@/features/appointments/queries";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { acceptOffer } from "@/features/waiting-list/accept-offer";
import { declineOffer } from "@/features/waiting-list/decline-offer";
import { leaveWaitingList } from "@/features/waiting-list/leave-list";
import { makeGuardianship, makePatients } from "../../support/appointments-world";
import { giveMailbox, overlaps } from "../../support/diary-world";
import { makePatientActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { waitingScene } from "./waiting-world";

const world = await openWorld();

/** Some wait, a time was cancelled and offered. */
async function offered(count: number) {
  const scene = await waitingScene(world);
  const people = await scene.waiting(count);
  const services = await world.services();
  await cancelAppointment(services, scene.theirs, { id: scene.freedId, reason: "No time" });
  for (let round = 0; round < Math.ceil(count / 5); round += 1) {
    await scene.sweep();
    if (round + 1 < Math.ceil(count / 5)) await world.advance("PT2H1M");
  }
  const waiting = await Promise.all(
    people.map(async (person) => {
      const [offer] = await scene.offersOf(person.actor);
      if (!offer) throw new Error("no offer");
      return { ...person, offerId: offer.id };
    }),
  );
  return { ...scene, people: waiting, services: await world.services() };
}

async function first(count = 1) {
  const scene = await offered(count);
  const [person] = scene.people;
  if (!person) throw new Error("nobody waits");
  return { ...scene, person };
}

describe("R35, S16: accepting", () => {
  test("S16: twenty accept one time at once: one wins, the others keep visit and place and are shown other times", async () => {
    const { people, freed, practice, entriesOf } = await offered(20);
    const answers = await Promise.all(
      people.map(async ({ actor, offerId }) =>
        acceptOffer(await world.services(), actor, { id: offerId }),
      ),
    );
    const won = answers.flatMap((answer, index) => (answer.ok ? [index] : []));
    expect(won).toHaveLength(1);
    expect(await overlaps(world, practice.id)).toBe(0);
    for (const [index, { actor, visitId }] of people.entries()) {
      const visit = await findAppointment(await world.services(), actor, visitId);
      if (index === won[0]) {
        expect(visit).toMatchObject({ startsAt: freed, state: "booked" });
        expect(await entriesOf(actor)).toEqual([]);
        continue;
      }
      expect(visit?.startsAt).not.toBe(freed);
      expect(await entriesOf(actor)).toHaveLength(1);
      const lost = answers[index];
      expect(lost).toMatchObject({ reason: "slot_taken" });
      expect(lost && !lost.ok && lost.detail?.alternatives).toHaveLength(6);
    }
  }, 30_000);

  test("R31: it is the one move: same visit, the old time is free again and offered in turn", async () => {
    const { person, people, freed, services, entriesOf, offersOf, sweep } = await first(2);
    const { actor, visitId, offerId } = person;
    const before = await findAppointment(services, actor, visitId);
    expect(await acceptOffer(services, actor, { id: offerId })).toMatchObject({
      value: { id: visitId, startsAt: freed },
    });
    expect(await entriesOf(actor)).toEqual([]);
    // The other one's visit is later the same day: the time that became free by the move is earlier.
    expect(await sweep()).toBe(1);
    const [, other] = people;
    const times = (await offersOf(other?.actor ?? actor)).map(({ startsAt }) => startsAt);
    expect(times).toContain(before?.startsAt);
  });

  test("S16: a double click, two devices, guardian and patient at once: one visit, one move", async () => {
    const { person, practice, freed } = await first();
    const { actor, visitId, offerId } = person;
    const parent = await makePatientActor(world, practice.id);
    const guardian = await makeGuardianship(world, parent, actor.patientId);
    const answers = await Promise.all(
      [actor, actor, guardian, guardian].map(async (who) =>
        acceptOffer(await world.services(), who, { id: offerId }),
      ),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: true, value: { id: visitId, startsAt: freed } });
    const moves = await inPractice(world.db, practice.id, (tx) =>
      tx.appointmentEvent.count({ where: { appointmentId: visitId, event: "reschedule" } }),
    );
    expect(moves).toBe(1);
  });

  test("a guardian who may only look cannot accept, decline or leave", async () => {
    const { person, practice, services } = await first();
    const parent = await makePatientActor(world, practice.id);
    const viewer = await makeGuardianship(world, parent, person.actor.patientId, "view");
    const { offerId: id, entryId } = person;
    expect(await acceptOffer(services, viewer, { id })).toMatchObject({ reason: "view_only" });
    expect(await declineOffer(services, viewer, { id, leave: true })).toMatchObject({
      reason: "view_only",
    });
    expect(await leaveWaitingList(services, viewer, { id: entryId })).toMatchObject({
      reason: "view_only",
    });
  });

  test("S12: another patient's and another practice's offer answers like a missing one", async () => {
    const { person, mine, services } = await first();
    const elsewhere = await makePractice(world);
    const stranger = await makePatientActor(world, elsewhere.id);
    for (const who of [mine, stranger]) {
      const { offerId: id, entryId } = person;
      expect(await acceptOffer(services, who, { id })).toEqual({ ok: false, reason: "not_found" });
      expect(await declineOffer(services, who, { id, leave: false })).toMatchObject({
        reason: "not_found",
      });
      expect(await leaveWaitingList(services, who, { id: entryId })).toMatchObject({
        reason: "not_found",
      });
    }
  });

  test("run out, left, visit cancelled: the offer is over; staff booked the time: it has gone", async () => {
    const expired = await first();
    await world.advance("PT25H");
    expect(
      await acceptOffer(await world.services(), expired.person.actor, {
        id: expired.person.offerId,
      }),
    ).toMatchObject({ reason: "offer_over" });
    const left = await first();
    await leaveWaitingList(left.services, left.person.actor, { id: left.person.entryId });
    const gone = await first();
    await cancelAppointment(gone.services, gone.person.actor, {
      id: gone.person.visitId,
      reason: "Not needed",
    });
    for (const { person, services } of [left, gone])
      expect(await acceptOffer(services, person.actor, { id: person.offerId })).toMatchObject({
        reason: "offer_over",
      });
    const taken = await first();
    await taken.book(taken.freed);
    expect(
      await acceptOffer(taken.services, taken.person.actor, { id: taken.person.offerId }),
    ).toMatchObject({ reason: "slot_taken" });
    expect(await taken.entriesOf(taken.person.actor)).toHaveLength(1);
  });

  test("R9: a visit moved to before the offered time is not moved back; restricted meanwhile: refused", async () => {
    const { person, services, practice, at } = await first(2);
    const { actor, visitId, offerId } = person;
    const moved = await rescheduleAppointment(services, actor, {
      id: visitId,
      startsAt: at("09:00", 2),
    });
    expect(moved).toMatchObject({ ok: true });
    expect(await acceptOffer(services, actor, { id: offerId })).toMatchObject({
      reason: "not_earlier",
    });
    await rescheduleAppointment(services, actor, { id: visitId, startsAt: at("10:00", 14) });
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: actor.patientId } },
        data: { bookingRestrictedAt: new Date() },
        select: { id: true },
      }),
    );
    expect(await acceptOffer(services, actor, { id: offerId })).toMatchObject({
      reason: "booking_restricted",
    });
  });

  test("R35: who has no visit books one, and booking one otherwise ends the wait", async () => {
    const scene = await waitingScene(world);
    const [one, two] = await makePatients(world, scene.practice.id, 2);
    if (!one || !two) throw new Error("two patients");
    for (const actor of [one, two]) {
      await giveMailbox(world, actor, `${actor.patientId}@mail.example.com`);
      expect(await scene.join(actor, { visitTypeId: scene.visitTypeId })).toMatchObject({
        ok: true,
      });
    }
    const services = await world.services();
    await cancelAppointment(services, scene.theirs, { id: scene.freedId, reason: "No time" });
    expect(await scene.sweep()).toBe(2);
    const [offer] = await scene.offersOf(one);
    const later = await world.services();
    expect(await acceptOffer(later, one, { id: offer?.id ?? "" })).toMatchObject({
      value: { startsAt: scene.freed, state: "booked" },
    });
    const { visitTypeId, practitionerId } = scene;
    const startsAt = scene.at("15:00");
    await bookAppointment(later, two, { visitTypeId, practitionerId, startsAt });
    expect(await scene.entriesOf(two)).toEqual([]);
    expect(await scene.entriesOf(one)).toEqual([]);
  });
});
