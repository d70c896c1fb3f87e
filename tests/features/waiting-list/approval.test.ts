import { describe, expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { withdrawWish } from "@/features/appointments/wishes/withdraw-wish";
import { approveRequest } from "@/features/diary/approve-request";
import { cancelByPractice, declineRequest } from "@/features/diary/end-visit";
import { acceptOffer } from "@/features/waiting-list/accept-offer";
import { offerPage } from "@/features/waiting-list/offer-page";
import { deskWaitingList } from "@/features/waiting-list/queries";
import { openWorld } from "../../support/world";
import { type WaitingScene, waitingScene } from "./waiting-world";

const world = await openWorld();

/** Who waits was offered a time; the practice has to agree to whatever is accepted from now on. */
async function offered(wish: "earlier" | "any") {
  const scene = await waitingScene(world);
  const [person] = await scene.waiting(1);
  if (!person) throw new Error("nobody waits");
  const { actor } = person;
  if (wish === "any") {
    await cancelAppointment(scene.services, actor, { id: person.visitId, reason: "Not needed" });
    await scene.join(actor, { visitTypeId: scene.visitTypeId });
  }
  await cancelAppointment(scene.services, scene.theirs, { id: scene.freedId, reason: "No time" });
  await scene.sweep();
  const offer = (await scene.offersOf(actor)).find(({ startsAt }) => startsAt === scene.freed);
  if (!offer) throw new Error("no offer");
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.visitType.update({
      where: { practiceId_id: { practiceId: scene.practice.id, id: scene.visitTypeId } },
      data: { needsApproval: true },
      select: { id: true },
    }),
  );
  return { ...scene, person, actor, offerId: offer.id };
}

/** What the desk answers: the row that holds the asked time. */
async function asked({ practice, freed }: WaitingScene) {
  const { id, version } = await inPractice(world.db, practice.id, (tx) =>
    tx.appointment.findFirstOrThrow({
      where: { practiceId: practice.id, startsAt: new Date(freed), state: "requested" },
      select: { id: true, version: true },
    }),
  );
  return { id, version, tellPatient: false };
}

/** Somebody else's time at a clock time becomes free. */
async function freeAt(scene: WaitingScene, clock: string): Promise<void> {
  const { id, version } = await scene.book(scene.at(clock), { tellPatient: false });
  await cancelByPractice(await world.services(), scene.desk, {
    id,
    version,
    reason: "Ill",
    tellPatient: false,
  });
}

const isOf = async ({ actor, offerId }: Awaited<ReturnType<typeof offered>>) =>
  (await offerPage(await world.services(), actor, offerId))?.is;

describe("R35, R31: an accepted time that the practice has to agree to", () => {
  test("keeps the place on the list until the yes, offers nothing meanwhile, and accepting again asks once", async () => {
    const scene = await offered("earlier");
    const { actor, person, offerId, freed, desk } = scene;
    const services = await world.services();
    expect((await offerPage(services, actor, offerId))?.needsApproval).toBe(true);
    for (let press = 0; press < 2; press += 1)
      expect(await acceptOffer(services, actor, { id: offerId })).toMatchObject({
        value: { id: person.visitId, state: "booked", wish: { startsAt: freed } },
      });
    expect(await scene.entriesOf(actor)).toMatchObject([{ awaitsAnswer: true, offers: [] }]);
    expect(await deskWaitingList(services, desk, {})).toMatchObject({
      value: { items: [{ hindrance: "answer_awaited" }] },
    });
    expect(await isOf(scene)).toBe("asked");
    await freeAt(scene, "11:00");
    expect(await scene.sweep()).toBe(0);
    expect(await approveRequest(services, desk, await asked(scene))).toMatchObject({ ok: true });
    expect(await scene.entriesOf(actor)).toEqual([]);
    expect(await isOf(scene)).toBe("accepted");
  });

  test.each(["refused", "taken back"])(
    "%s: the place is there again, for other times than that one",
    async (end) => {
      const scene = await offered("earlier");
      const { actor, person, offerId, desk } = scene;
      const services = await world.services();
      await acceptOffer(services, actor, { id: offerId });
      if (end === "refused")
        await declineRequest(services, desk, { ...(await asked(scene)), reason: "Not then" });
      else await withdrawWish(services, actor, { id: person.visitId });
      expect(await scene.entriesOf(actor)).toMatchObject([
        { id: person.entryId, awaitsAnswer: false, offers: [] },
      ]);
      expect(await isOf(scene)).toBe("refused");
      // The refused time is free again: others may be asked about it, not they.
      expect(await scene.sweep()).toBe(0);
      await freeAt(scene, "11:00");
      expect(await scene.sweep()).toBe(1);
      expect(await scene.offersOf(actor)).toMatchObject([{ startsAt: scene.at("11:00") }]);
    },
  );

  test("who has no visit asks for one: one request, a no gives the place back, a yes ends the wait", async () => {
    const scene = await offered("any");
    const { actor, offerId, freed, desk } = scene;
    const services = await world.services();
    const answers = await Promise.all(
      [actor, actor].map((who) => acceptOffer(services, who, { id: offerId })),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ value: { startsAt: freed, state: "requested" } });
    expect(await scene.entriesOf(actor)).toMatchObject([{ visit: null, awaitsAnswer: true }]);
    await declineRequest(services, desk, { ...(await asked(scene)), reason: "Not then" });
    expect(await scene.entriesOf(actor)).toMatchObject([{ visit: null, awaitsAnswer: false }]);
    expect(await acceptOffer(services, actor, { id: offerId })).toMatchObject({
      reason: "offer_over",
    });
    const { visitTypeId, practitionerId } = scene;
    await bookAppointment(services, actor, { visitTypeId, practitionerId, startsAt: freed });
    expect(await scene.entriesOf(actor)).toMatchObject([{ awaitsAnswer: true }]);
    await approveRequest(services, desk, await asked(scene));
    expect(await scene.entriesOf(actor)).toEqual([]);
  });
});
