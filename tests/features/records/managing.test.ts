import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { openSession } from "@/features/access/open-session";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { archiveRecord } from "@/features/records/archive-record";
import { changeIdentity } from "@/features/records/change-identity";
import { restoreRecord } from "@/features/records/restore-record";
import { restrictBooking } from "@/features/records/restrict-booking";
import { bookingScene } from "../../support/appointments-world";
import { makeClinicActor, makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { registeredPatient } from "../access/people";
import { caseOf } from "../scans/scan-world";

const world = await openWorld();

/** A patient of a practice that can be booked at, and two at its desk. */
async function openScene() {
  const scene = await bookingScene(world);
  const { practice, mine } = scene;
  const id = mine.patientId;
  const staff = await makeClinicActor(world, practice.id, "staff");
  const admin = await makeClinicActor(world, practice.id, "admin");
  const record = () =>
    inPractice(world.db, practice.id, (tx) =>
      tx.patient.findUniqueOrThrow({ where: { practiceId_id: { practiceId: practice.id, id } } }),
    );
  const version = async () => (await record()).version;
  const archive = async (wish: { version?: number } = {}, actor = staff) =>
    archiveRecord(await world.services(), actor, {
      id,
      reason: "Moved away",
      version: wish.version ?? (await version()),
    });
  return { ...scene, id, staff, admin, record, version, archive };
}

const actionsOn = (practiceId: string, patientId: string) =>
  inPractice(world.db, practiceId, async (tx) =>
    (
      await tx.auditEntry.findMany({
        where: { patientId, action: { startsWith: "record." } },
        orderBy: { at: "asc" },
      })
    ).map(({ action, detail }) => ({ action, detail })),
  );

describe("R9: a record is archived", () => {
  it("with its reason; the patient's sessions show nothing any more, until an admin brings it back", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId: id } = robin;
    const staff = await makeClinicActor(world, practiceId, "staff");
    const admin = await makeClinicActor(world, practiceId, "admin");
    const token = await makeSession(world, practiceId, robin, "patient");
    const acts = async () => {
      const { session } = await openSession(world.db, token, { polling: false });
      return session?.ownPatientId ?? null;
    };
    expect(await acts()).toBe(id);
    const services = await world.services();
    const wish = { id, version: 1, reason: "Moved away" };
    const answers = await Promise.all([
      archiveRecord(services, staff, wish),
      archiveRecord(services, admin, wish),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await acts()).toBeNull();
    expect(await restoreRecord(services, admin, { id, version: 1 })).toMatchObject({
      reason: "record_changed",
    });
    expect(await restoreRecord(services, admin, { id, version: 2 })).toMatchObject({ ok: true });
    expect(await restoreRecord(services, admin, { id, version: 3 })).toMatchObject({
      reason: "not_archived",
    });
    expect(await actionsOn(practiceId, id)).toEqual([
      { action: "record.archived", detail: { reason: "Moved away" } },
      { action: "record.unarchived", detail: null },
    ]);
  });

  it("not while a visit is ahead or a lab works on a case", async () => {
    const { services, mine, wish, archive, practice, practitionerId, id } = await openScene();
    const visit = await bookAppointment(services, mine, wish("09:00", 7));
    if (!visit.ok) throw new Error(visit.reason);
    expect(await archive()).toMatchObject({ reason: "visits_ahead", detail: { count: 1 } });
    await cancelAppointment(services, mine, { id: visit.value.id, reason: "Moving" });
    const at = new Date(services.now.epochMilliseconds);
    const labCase = await caseOf(world, practice.id, { patientId: id, practitionerId });
    const move = (state: "received" | "cancelled") =>
      inPractice(world.db, practice.id, (tx) =>
        tx.labCase.updateMany({
          where: { id: labCase },
          data: { state, sentAt: at, consentAt: at },
        }),
      );
    await move("received");
    expect(await archive()).toMatchObject({ reason: "cases_under_way", detail: { count: 1 } });
    await move("cancelled");
    expect(await archive()).toMatchObject({ ok: true });
  });

  it("S12: not by a neighbour, and not from a form that is out of date", async () => {
    const { archive, version, record } = await openScene();
    const neighbour = (await openScene()).staff;
    expect(await archive({}, neighbour)).toMatchObject({ reason: "not_found" });
    expect(await archive({ version: (await version()) + 1 })).toMatchObject({
      reason: "record_changed",
    });
    expect((await record()).archivedAt).toBeNull();
  });
});

describe("R9: online booking is stopped", () => {
  it("and allowed again; visits that stand stay, said twice it stays", async () => {
    const { services, mine, wish, staff, id, version, practice } = await openScene();
    const stands = await bookAppointment(services, mine, wish("09:00", 7));
    expect(stands.ok).toBe(true);
    const set = async (restricted: boolean) =>
      restrictBooking(await world.services(), staff, { id, version: await version(), restricted });
    expect(await set(true)).toMatchObject({ value: { restricted: true } });
    expect(await set(true)).toMatchObject({ value: { restricted: true } });
    expect(await bookAppointment(services, mine, wish("11:00", 7))).toMatchObject({
      reason: "booking_restricted",
    });
    expect(await set(false)).toMatchObject({ value: { restricted: false } });
    expect(await bookAppointment(services, mine, wish("11:00", 7))).toMatchObject({ ok: true });
    expect((await actionsOn(practice.id, id)).map(({ action }) => action)).toEqual([
      "record.booking_restricted",
      "record.booking_allowed",
    ]);
  });
});

describe("R52: whose record it is", () => {
  it("names and birth date are corrected, also for the login, and found by the new name", async () => {
    const { staff, id, record, version, mine } = await openScene();
    const change = async (wish: object, at?: number) =>
      changeIdentity(await world.services(), staff, {
        id,
        version: at ?? (await version()),
        ...wish,
      });
    const old = await version();
    expect(await change({ lastName: "Østergård", dateOfBirth: "2001-02-03" })).toMatchObject({
      value: { changed: ["lastName", "dateOfBirth"] },
    });
    expect(await record()).toMatchObject({
      lastName: "Østergård",
      searchName: expect.stringContaining("ostergard"),
    });
    const { personId } = await record();
    const person = await world.db.prisma.person.findUnique({
      where: { id: personId ?? mine.personId },
    });
    if (personId) expect(person).toMatchObject({ lastName: "Østergård" });
    expect(await change({ firstName: "Late" }, old)).toMatchObject({ reason: "record_changed" });
    expect(await change({ dateOfBirth: "2999-01-01" })).toMatchObject({
      reason: "birth_date_wrong",
    });
    expect(await change({ lastName: "Østergård" })).toMatchObject({ value: { changed: [] } });
  });

  it("R49: beside a system of the practice's own, only the orthodontist is chosen here", async () => {
    const { staff, id, version, practice, practitionerId } = await openScene();
    const updatedAt = new Date(0);
    await inPractice(world.db, practice.id, (tx) =>
      tx.pmsConnection.create({ data: { practiceId: practice.id, kind: "dentally", updatedAt } }),
    );
    const change = async (wish: object) =>
      changeIdentity(await world.services(), staff, { id, version: await version(), ...wish });
    expect(await change({ lastName: "Else" })).toMatchObject({ reason: "kept_in_pms" });
    expect(await change({ practitionerId })).toMatchObject({
      value: { changed: ["practitionerId"] },
    });
    expect(await change({ practitionerId: "" })).toMatchObject({
      value: { changed: ["practitionerId"] },
    });
  });
});
