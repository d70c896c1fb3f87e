import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { cancelByPractice } from "@/features/diary/end-visit";
import { moveAppointment } from "@/features/diary/move-appointment";
import { patientToBook } from "@/features/diary/patient-to-book";
import { readVisit } from "@/features/diary/read-visit";
import { makeClinic } from "../../support/appointments-world";
import { diaryScene } from "../../support/diary-world";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";

const world = await openWorld();

test("R36, R53: an opened visit tells its history, the latest first, and the look is noted", async () => {
  const { services, desk, doctor, book, at, practice, mine } = await diaryScene(world);
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: mine.patientId } },
      data: { mobilePhone: "+46701740642" },
      select: { id: true },
    }),
  );
  const { id, version } = await book(at("10:00"));
  const step = { outsideHours: false, tellPatient: false };
  await world.advance("PT1S");
  const later = await world.services();
  await moveAppointment(later, doctor, { id, version, startsAt: at("11:00"), ...step });
  await world.advance("PT1S");
  const last = { id, version: version + 1, reason: "Ill", tellPatient: false };
  await cancelByPractice(await world.services(), desk, last);
  const read = await readVisit(services, desk, { id });
  expect(read).toMatchObject({
    ok: true,
    value: {
      phone: "+46 70 174 06 42",
      visit: { id, state: "cancelled", patient: { id: mine.patientId } },
      events: [
        { event: "cancel", byRole: "staff", reason: "Ill" },
        { event: "reschedule", byRole: "orthodontist", startsAt: at("11:00") },
        { event: "book", byRole: "staff", startsAt: at("10:00") },
      ],
    },
  });
  const noted = await inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.count({
      where: { action: "record.viewed", patientId: mine.patientId, actorPersonId: desk.personId },
    }),
  );
  expect(noted).toBe(1);
});

test("S12: a visit and a patient of another practice are not there; nor is an archived one to book for", async () => {
  const { services, desk, book, at, practice, mine } = await diaryScene(world);
  const { id } = await book(at("10:00"));
  const neighbour = await makeClinic(world);
  const theirs = await makeClinicActor(world, neighbour.practice.id, "admin");
  expect(await readVisit(services, theirs, { id })).toMatchObject({ reason: "not_found" });
  expect(await patientToBook(services, theirs, mine.patientId)).toBeNull();
  expect(await patientToBook(services, desk, mine.patientId)).toMatchObject({ id: mine.patientId });
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: mine.patientId } },
      data: { archivedAt: new Date(services.now.epochMilliseconds), archivedReason: "Moved away" },
      select: { id: true },
    }),
  );
  expect(await patientToBook(services, desk, mine.patientId)).toBeNull();
});
