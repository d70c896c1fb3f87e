import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { bookForPatient } from "@/features/diary/book-for-patient";
import { holdForPatient, releaseDeskHold } from "@/features/diary/hold-for-patient";
import { addChairs, makeGuardianship } from "../../support/appointments-world";
import { diaryScene, giveMailbox, history, mailed } from "../../support/diary-world";
import { makePatient } from "../../support/people";
import { makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();

describe("R36: the practice books for a patient", () => {
  it("R31: at any minute and length, with history, audit, mail and a note", async () => {
    const { services, desk, wanted, at, practice, mine } = await diaryScene(world);
    await giveMailbox(world, mine, "mine.one@mail.example.com");
    const booked = await bookForPatient(
      services,
      desk,
      wanted(at("10:07"), { minutes: 50, note: "Brings the old retainer" }),
    );
    if (!booked.ok) throw new Error(booked.reason);
    expect(booked.value).toMatchObject({
      state: "booked",
      startsAt: at("10:07"),
      endsAt: at("10:57"),
      bookedFrom: "desk",
      note: "Brings the old retainer",
      chairId: practice.chairId,
      version: 1,
    });
    expect(await history(world, practice.id, booked.value.id)).toEqual([
      "null book booked by staff",
    ]);
    expect(await mailed(world, practice.id, mine.patientId)).toEqual(["appointment_booked"]);
    const audited = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.count({
        where: {
          action: "appointment.booked",
          actorPersonId: desk.personId,
          patientId: mine.patientId,
        },
      }),
    );
    expect(audited).toBe(1);
  });

  it("tells nobody where the desk tells the patient itself, and every guardian where it does not", async () => {
    const { services, desk, wanted, at, practice, mine } = await diaryScene(world);
    const child = await makePatient(world, practice.id, { firstName: "Kim" });
    await makeGuardianship(world, mine, child);
    await giveMailbox(world, mine, "parent.one@mail.example.com");
    const quiet = wanted(at("09:00"), { patientId: child, tellPatient: false });
    expect(await bookForPatient(services, desk, quiet)).toMatchObject({ ok: true });
    expect(await mailed(world, practice.id, child)).toEqual([]);
    await bookForPatient(services, desk, wanted(at("10:00"), { patientId: child }));
    const mails = await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.findMany({
        where: { patientId: child },
        select: { recipient: true, content: true },
      }),
    );
    expect(mails).toMatchObject([
      {
        recipient: "parent.one@mail.example.com",
        content: { values: { page: `/appointments?patient=${child}` } },
      },
    ]);
  });

  it("R9: a restriction does not bind it, the archive does", async () => {
    const { services, desk, wanted, at, practice, mine } = await diaryScene(world);
    const now = fromInstant(services.now);
    const set = (change: {
      bookingRestrictedAt?: Date;
      archivedAt?: Date;
      archivedReason?: string;
    }) =>
      inPractice(world.db, practice.id, (tx) =>
        tx.patient.update({
          where: { practiceId_id: { practiceId: practice.id, id: mine.patientId } },
          data: change,
          select: { id: true },
        }),
      );
    await set({ bookingRestrictedAt: now });
    expect(await bookForPatient(services, desk, wanted(at("09:00")))).toMatchObject({
      value: { patient: { bookingRestricted: true } },
    });
    await set({ archivedAt: now, archivedReason: "Moved away" });
    expect(await bookForPatient(services, desk, wanted(at("11:00")))).toMatchObject({
      reason: "patient_archived",
    });
  });

  it("R32: no notice and no horizon, but not what is over", async () => {
    const { services, desk, wanted, at } = await diaryScene(world);
    const soon = services.now.round({ smallestUnit: "minute", roundingMode: "ceil" });
    const anyHour = { outsideHours: true };
    expect(await bookForPatient(services, desk, wanted(soon.toString(), anyHour))).toMatchObject({
      ok: true,
    });
    expect(await bookForPatient(services, desk, wanted(at("09:00", 300)))).toMatchObject({
      ok: true,
    });
    const past = soon.subtract({ hours: 2 }).toString();
    expect(await bookForPatient(services, desk, wanted(past, anyHour))).toMatchObject({
      reason: "already_over",
    });
  });

  it("outside of hours it asks first, names what is in the way, and then takes the time", async () => {
    const { services, desk, wanted, at, practice, practitionerId } = await diaryScene(world);
    const { id: practiceId } = practice;
    await inPractice(world.db, practiceId, async (tx) => {
      const within = { startsAt: new Date(at("12:00")), endsAt: new Date(at("13:00")) };
      await tx.timeOff.create({ data: { practiceId, practitionerId, kind: "break", ...within } });
      await tx.closure.create({ data: { practiceId, reason: "Painting", ...within } });
    });
    const asked = wanted(at("12:30"));
    expect(await bookForPatient(services, desk, asked)).toMatchObject({
      reason: "outside_hours",
      detail: { violations: ["closed", "break"] },
    });
    expect(await bookForPatient(services, desk, wanted(at("16:45")))).toMatchObject({
      reason: "outside_hours",
      detail: { violations: ["outside_opening_hours", "outside_working_hours"] },
    });
    expect(await bookForPatient(services, desk, { ...asked, outsideHours: true })).toMatchObject({
      ok: true,
    });
  });

  it("R30, S16: never over another visit, even outside of hours; the next best times are named", async () => {
    const { services, desk, wanted, at, book, theirs } = await diaryScene(world);
    const first = await book(at("10:00"));
    const over = wanted(at("10:20"), { patientId: theirs.patientId, outsideHours: true });
    expect(await bookForPatient(services, desk, over)).toMatchObject({
      reason: "slot_taken",
      detail: {
        conflicts: [{ appointmentId: first.id, kind: "practitioner", state: "booked" }],
        alternatives: [{ startsAt: at("10:30") }, {}, {}, {}, {}, {}],
      },
    });
    expect(await bookForPatient(services, desk, { ...over, startsAt: at("10:30") })).toMatchObject({
      ok: true,
    });
  });

  it("S16: takes the chair it is given or says who sits in it, else the first free one", async () => {
    const { services, desk, wanted, at, book, practice, theirs } = await diaryScene(world);
    await addChairs(world, practice, 1);
    const other = {
      practitionerId: await makePractitioner(world, practice),
      patientId: theirs.patientId,
    };
    const first = await book(at("10:00"), { chairId: practice.chairId });
    expect(
      await bookForPatient(
        services,
        desk,
        wanted(at("10:00"), { ...other, chairId: practice.chairId }),
      ),
    ).toMatchObject({
      reason: "slot_taken",
      detail: { conflicts: [{ appointmentId: first.id, kind: "chair" }] },
    });
    const second = await book(at("10:00"), other);
    expect(second.chairId).not.toBe(first.chairId);
  });

  it("S16: a double click books once; the same key for something else is refused", async () => {
    const { desk, wanted, at, practice } = await diaryScene(world);
    const services = await world.services({ idempotencyKey: crypto.randomUUID() });
    const twice = await Promise.all([
      bookForPatient(services, desk, wanted(at("10:00"))),
      bookForPatient(services, desk, wanted(at("10:00"))),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0].ok).toBe(true);
    expect(await inPractice(world.db, practice.id, (tx) => tx.appointment.count())).toBe(1);
    expect(await bookForPatient(services, desk, wanted(at("11:00")))).toMatchObject({
      reason: "idempotency_key_reused",
    });
  });
});

describe("R30: the desk holds a time while the patient is on the phone", () => {
  it("for five minutes nobody else gets it, and booking it makes the visit of the hold", async () => {
    const { services, desk, doctor, wanted, at, theirs, practice, ...rest } =
      await diaryScene(world);
    const held = await holdForPatient(services, desk, wanted(at("10:00")));
    if (!held.ok) throw new Error(held.reason);
    const online = { ...rest.wish("10:00") };
    expect(await bookAppointment(services, theirs, online)).toMatchObject({ reason: "slot_taken" });
    const colleague = wanted(at("10:00"), { patientId: theirs.patientId });
    expect(await bookForPatient(services, doctor, colleague)).toMatchObject({
      reason: "slot_taken",
      detail: { conflicts: [{ appointmentId: held.value.id, state: "held" }] },
    });
    const booked = await bookForPatient(services, desk, wanted(at("10:00")));
    expect(booked).toMatchObject({ value: { id: held.value.id, state: "booked" } });
    expect(await history(world, practice.id, held.value.id)).toEqual([
      "null hold held by staff",
      "held book booked by staff",
    ]);
  });

  it("choosing another time lets the first one go; so does letting go, and time", async () => {
    const { services, desk, wanted, at, theirs, wish } = await diaryScene(world);
    await holdForPatient(services, desk, wanted(at("10:00")));
    const second = await holdForPatient(services, desk, wanted(at("11:00")));
    if (!second.ok) throw new Error(second.reason);
    expect(await bookAppointment(services, theirs, wish("10:00"))).toMatchObject({ ok: true });
    const { id } = second.value;
    expect(await releaseDeskHold(services, desk, { id })).toEqual({
      ok: true,
      value: { released: true },
    });
    expect(await releaseDeskHold(services, desk, { id })).toEqual({
      ok: true,
      value: { released: false },
    });
    expect(await bookAppointment(services, theirs, wish("11:00"))).toMatchObject({ ok: true });
    await holdForPatient(services, desk, wanted(at("14:00")));
    await world.advance("PT5M");
    expect(await bookAppointment(await world.services(), theirs, wish("14:00"))).toMatchObject({
      ok: true,
    });
  });

  it("what the patient holds online makes room for the desk that books for this patient", async () => {
    const { services, desk, doctor, wanted, at, mine, theirs, wish } = await diaryScene(world);
    await holdTime(services, mine, wish("10:00"));
    expect(
      await bookForPatient(services, doctor, wanted(at("10:00"), { patientId: theirs.patientId })),
    ).toMatchObject({ reason: "slot_taken" });
    expect(await bookForPatient(services, desk, wanted(at("10:10")))).toMatchObject({
      ok: true,
      value: { startsAt: at("10:10"), state: "booked" },
    });
  });
});
