import { describe, expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { acceptOffer } from "@/features/waiting-list/accept-offer";
import { addToWaitingList } from "@/features/waiting-list/join-list";
import { leaveWaitingList, removeFromWaitingList } from "@/features/waiting-list/leave-list";
import { offerByHand } from "@/features/waiting-list/offer-by-hand";
import { deskWaitingList } from "@/features/waiting-list/queries";
import { addRequest } from "@/features/waiting-list/schema";
import { timesToOffer } from "@/features/waiting-list/times-to-offer";
import { makeGuardianship, makeVisitType } from "../../support/appointments-world";
import { giveMailbox, mailed } from "../../support/diary-world";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { waitingScene } from "./waiting-world";

const world = await openWorld();

describe("R35: the list", () => {
  test("one live entry per patient and type, whoever asks at once; after leaving there is room again", async () => {
    const scene = await waitingScene(world);
    const { mine, visitTypeId, desk, services } = scene;
    const wish = { visitTypeId };
    const asked = await Promise.all([
      scene.join(mine, wish),
      scene.join(mine, wish),
      addToWaitingList(services, desk, addRequest.parse({ ...wish, patientId: mine.patientId })),
    ]);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      asked.filter((answer) => !answer.ok && answer.reason === "already_waiting"),
    ).toHaveLength(2);
    const [entry] = await scene.entriesOf(mine);
    expect(entry).toMatchObject({ visit: null, practitioner: null, partOfDay: "any", offers: [] });
    const id = entry?.id ?? "";
    expect(await leaveWaitingList(services, mine, { id })).toMatchObject({ value: { left: true } });
    expect(await leaveWaitingList(services, mine, { id })).toMatchObject({
      value: { left: false },
    });
    expect(await scene.join(mine, wish)).toMatchObject({ ok: true });
  });

  test("R9, R10: not the restricted, the archived, a guardian who may only look, nor for what is not booked online", async () => {
    const scene = await waitingScene(world);
    const { mine, theirs, practice, practitionerId, visitTypeId } = scene;
    const parent = await makePatientActor(world, practice.id);
    const viewer = await makeGuardianship(world, parent, mine.patientId, "view");
    expect(await scene.join(viewer, { visitTypeId })).toMatchObject({ reason: "view_only" });
    const byPhone = await makeVisitType(world, practice.id, [practitionerId], {
      bookableOnline: false,
    });
    expect(await scene.join(mine, { visitTypeId: byPhone })).toMatchObject({
      reason: "not_bookable_online",
    });
    for (const unclear of [{}, { visitTypeId, appointmentId: scene.freedId }]) {
      expect(await scene.join(mine, unclear)).toMatchObject({ reason: "type_unclear" });
    }
    expect(await scene.join(mine, { appointmentId: scene.freedId })).toMatchObject({
      reason: "not_found",
    });
    expect(
      await scene.join(mine, { visitTypeId, earliestOn: "2199-02-02", latestOn: "2199-02-01" }),
    ).toMatchObject({ reason: "range_empty" });
    expect(await scene.join(mine, { visitTypeId, latestOn: "2101-01-01" })).toMatchObject({
      ok: true,
    });
    await inPractice(world.db, practice.id, async (tx) => {
      const set = (
        id: string,
        data: { archivedAt: Date; archivedReason: string } | { bookingRestrictedAt: Date },
      ) =>
        tx.patient.update({
          where: { practiceId_id: { practiceId: practice.id, id } },
          data,
          select: { id: true },
        });
      await set(theirs.patientId, { bookingRestrictedAt: new Date() });
      await set(parent.patientId, { archivedAt: new Date(), archivedReason: "Moved" });
    });
    expect(await scene.join(theirs, { visitTypeId })).toMatchObject({
      reason: "booking_restricted",
    });
    expect(await scene.join(parent, { visitTypeId })).toMatchObject({ reason: "patient_archived" });
  });

  test("the desk sees who waits, offers a time by hand that the patient takes, and takes people off; S12: its own practice's alone", async () => {
    const scene = await waitingScene(world);
    const { mine, desk, visitTypeId, practice, services, practitionerId } = scene;
    const patientId = mine.patientId;
    const added = await addToWaitingList(
      services,
      desk,
      addRequest.parse({ visitTypeId, patientId }),
    );
    const id = added.ok ? added.value.id : "";
    expect(await deskWaitingList(services, desk, {})).toMatchObject({
      value: {
        items: [{ id, patient: { id: patientId }, hindrance: "nobody_to_tell", offers: [] }],
      },
    });
    const [time] = (await timesToOffer(services, desk, id)) ?? [];
    const wish = { id, startsAt: time?.at ?? "", practitionerId };
    expect(await offerByHand(services, desk, wish)).toMatchObject({ reason: "nobody_to_tell" });
    await giveMailbox(world, mine, `${patientId}@mail.example.com`);
    const stranger = await makeClinicActor(world, (await makePractice(world)).id, "staff");
    expect(await offerByHand(services, stranger, wish)).toMatchObject({ reason: "not_found" });
    expect(await timesToOffer(services, stranger, id)).toBeNull();
    expect(await removeFromWaitingList(services, stranger, { id })).toMatchObject({
      reason: "not_found",
    });
    const made = await Promise.all([
      offerByHand(services, desk, wish),
      offerByHand(services, desk, wish),
    ]);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.find(({ ok }) => !ok)).toMatchObject({ reason: "offered_already" });
    expect(await mailed(world, practice.id, patientId)).toEqual(["earlier_time"]);
    expect(await offerByHand(services, desk, { ...wish, startsAt: scene.freed })).toMatchObject({
      reason: "slot_taken",
    });
    const [offer] = await scene.offersOf(mine);
    expect(await acceptOffer(services, mine, { id: offer?.id ?? "" })).toMatchObject({ ok: true });
    expect(await deskWaitingList(services, desk, {})).toMatchObject({ value: { items: [] } });
    const again = await addToWaitingList(
      services,
      desk,
      addRequest.parse({ visitTypeId, patientId }),
    );
    const secondId = again.ok ? again.value.id : "";
    expect(await removeFromWaitingList(services, desk, { id: secondId })).toMatchObject({
      value: { left: true },
    });
  });

  test("S23: a mail says day, time and practice, and dies with the offer; a text only for who wants one", async () => {
    const scene = await waitingScene(world);
    const { mine, desk, visitTypeId, practice, services, practitionerId } = scene;
    const { patientId } = mine;
    await giveMailbox(world, mine, `${patientId}@mail.example.com`);
    await world.db.prisma.login.update({
      where: { id: mine.loginId },
      data: { mobile: "+46701740605", mobileVerifiedAt: new Date() },
    });
    const joined = await scene.join(mine, { visitTypeId, byText: true });
    const id = joined.ok ? joined.value.id : "";
    const startsAt = scene.at("12:00");
    expect(await offerByHand(services, desk, { id, startsAt, practitionerId })).toMatchObject({
      ok: true,
    });
    const rows = await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.findMany({
        where: { practiceId: practice.id, patientId },
        orderBy: { kind: "asc" },
        select: { kind: true, purpose: true, content: true, expiresAt: true },
      }),
    );
    expect(rows.map(({ kind, purpose }) => [kind, purpose])).toEqual(
      expect.arrayContaining([
        ["mail", "earlier_time"],
        ["sms", "earlier_time"],
      ]),
    );
    for (const { content, expiresAt } of rows) {
      expect(JSON.stringify(content)).not.toContain("Check");
      expect(expiresAt).not.toBeNull();
    }
  });
});
