import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { releaseHold } from "@/features/appointments/holds/release-hold";
import { withdrawWish } from "@/features/appointments/wishes/withdraw-wish";
import { addPhoto } from "@/features/check-ins/add-photo";
import { submitCheckIn } from "@/features/check-ins/submit-check-in";
import { sendMessage } from "@/features/messages/send-message";
import { startThread } from "@/features/messages/start-thread";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { undoChange } from "@/features/treatment/undo/undo-change";
import { noteWear } from "@/features/wear/note-wear";
import { makeClinic, makeGuardianship, timeAhead } from "../../support/appointments-world";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { photo, upload } from "../uploads/upload-world";

const world = await openWorld();
const clinic = await makeClinic(world);
const { practice, practitionerId, visitTypeId } = clinic;
const child = await makePatientActor(world, practice.id);
const looksOnly: PatientActor = await makeGuardianship(
  world,
  await makePatientActor(world, practice.id),
  child.patientId,
  "view",
);

it("R10: a guardian who may look alone changes nothing at all", async () => {
  const services = await world.services();
  const wish = { visitTypeId, practitionerId };
  const held = await holdTime(services, child, {
    ...wish,
    startsAt: timeAhead(services, practice, 7, "10:00"),
  });
  const booked = await bookAppointment(services, child, {
    ...wish,
    startsAt: timeAhead(services, practice, 8, "11:00"),
  });
  const thread = await startThread(services, child, {
    subject: "Tray 7",
    body: "Tight.",
    attachmentIds: [],
  });
  if (!held.ok || !booked.ok || !thread.ok) throw new Error("nothing to change");

  const tries = [
    releaseHold(services, looksOnly, { id: held.value.id }),
    holdTime(services, looksOnly, { ...wish, startsAt: timeAhead(services, practice, 9, "12:00") }),
    bookAppointment(services, looksOnly, {
      ...wish,
      startsAt: timeAhead(services, practice, 9, "12:00"),
    }),
    withdrawWish(services, looksOnly, { id: booked.value.id }),
    cancelAppointment(services, looksOnly, { id: booked.value.id, reason: "No time" }),
    sendMessage(services, looksOnly, { id: thread.value.id, body: "Hello", attachmentIds: [] }),
    startThread(services, looksOnly, { subject: "Hello", body: "Hello", attachmentIds: [] }),
    noteWear(services, looksOnly, { on: "2026-03-09", minutes: 1320 }),
    addPhoto(services, looksOnly, {
      id: crypto.randomUUID(),
      view: "front",
      withAligner: false,
      uploadId: crypto.randomUUID(),
    }),
    submitCheckIn(services, looksOnly, { id: crypto.randomUUID() }),
    undoChange(services, looksOnly, { id: crypto.randomUUID() }),
    recordAlignerChange(services, looksOnly, { stage: 2, changedOn: "2026-03-09" }),
    upload(world, looksOnly, { content: await photo("png"), type: "image/png", name: "a.png" }),
  ];
  for (const answer of await Promise.all(tries))
    expect(answer).toMatchObject({ ok: false, reason: "view_only" });

  const rows = await inPractice(world.db, practice.id, async (tx) => ({
    holds: await tx.appointment.count({ where: { id: held.value.id, state: "held" } }),
    uploads: await tx.upload.count({ where: { practiceId: practice.id } }),
  }));
  expect(rows).toEqual({ holds: 1, uploads: 0 });
});
