import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { approveRequest } from "@/features/diary/approve-request";
import { cancelByPractice, declineRequest } from "@/features/diary/end-visit";
import { moveAppointment } from "@/features/diary/move-appointment";
import { makeGuardianship, makePatients, makeVisitType } from "../../support/appointments-world";
import { diaryScene, giveMailbox } from "../../support/diary-world";
import { openWorld } from "../../support/world";
import { openDeliveryWorld } from "../notifications/delivery-world";
import { calendarProgram, readCalendar } from "./read-calendar";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const scene = await diaryScene(world);
const { practice, services, mine, desk, wish } = scene;
let address = "";
let count = 0;

beforeEach(async () => {
  count += 1;
  address = `patient.${count}@mail.example.com`;
  await giveMailbox(world, mine, address);
});

/** What waits for an address, oldest first. */
function waiting(to: string) {
  return inPractice(world.db, practice.id, (tx) =>
    tx.delivery.findMany({
      where: { practiceId: practice.id, recipient: to, state: "queued" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true, purpose: true },
    }),
  );
}

/** Sends what waits, in this order or turned round; answers the calendar parts that arrived since. */
async function send(to: string, order: "in order" | "newest first" = "in order") {
  const known = (await outside.partsTo(to)).length;
  const rows = await waiting(to);
  for (const { id } of order === "in order" ? rows : rows.toReversed())
    await outside.deliver(practice.id, id);
  return (await outside.partsTo(to))
    .slice(known)
    .filter(({ type }) => type.startsWith("text/calendar"));
}

async function booked(clock: string, days: number) {
  const made = await bookAppointment(services, mine, wish(clock, days));
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const moved = async (id: string, startsAt: string) =>
  expect(await rescheduleAppointment(services, mine, { id, startsAt })).toMatchObject({ ok: true });

describe("R34: the mails of a visit", () => {
  it("carry the entry as an alternative and as invite.ics; move and cancellation meet the same one", async () => {
    const program = calendarProgram();
    const visit = await booked("10:00", 7);
    const [invite] = await send(address);
    expect(invite?.type).toBe("text/calendar; method=REQUEST");
    expect(await outside.partsTo(address)).toContainEqual(
      expect.objectContaining({
        name: "invite.ics",
        type: "application/ics",
        content: invite?.content,
      }),
    );
    program.receive(invite?.content ?? "");
    expect(program.entries()).toMatchObject([
      {
        uid: `${visit.id}@${practice.id}`,
        sequence: 0,
        startsAt: new Date(visit.startsAt).toISOString(),
        attendees: [{ address, partstat: "ACCEPTED" }],
      },
    ]);

    const { startsAt } = wish("11:00", 7);
    await moved(visit.id, startsAt);
    for (const part of await send(address)) program.receive(part.content);
    expect(program.entries()).toMatchObject([
      {
        uid: `${visit.id}@${practice.id}`,
        sequence: 1,
        startsAt: new Date(startsAt).toISOString(),
      },
    ]);

    await cancelAppointment(services, mine, { id: visit.id, reason: "No time" });
    const [cancel] = await send(address);
    expect(cancel?.type).toBe("text/calendar; method=CANCEL");
    expect(readCalendar(cancel?.content ?? "")).toMatchObject({
      method: "CANCEL",
      entries: [{ status: "CANCELLED", sequence: 2, uid: `${visit.id}@${practice.id}` }],
    });
    program.receive(cancel?.content ?? "");
    expect(program.entries()).toEqual([]);
  });

  it("S17: what was overtaken while it waited is not sent; the last state goes out once", async () => {
    const visit = await booked("09:00", 8);
    await moved(visit.id, wish("10:00", 8).startsAt);
    await moved(visit.id, wish("11:00", 8).startsAt);
    const parts = await send(address, "newest first");
    expect(parts.map(({ content }) => readCalendar(content).entries[0])).toMatchObject([
      { sequence: 2, startsAt: new Date(wish("11:00", 8).startsAt).toISOString() },
    ]);
    const mails = await outside.mailsTo(address);
    expect(mails.map(({ subject }) => subject)).toEqual(["Your visit has a new time"]);
    expect(await waiting(address)).toEqual([]);
  });

  it("S17: a late mail says what is so when it leaves, where the practice moved the visit and told nobody", async () => {
    const visit = await booked("09:00", 9);
    const { startsAt } = wish("14:00", 9);
    const row = { id: visit.id, practitionerId: scene.practitionerId, chairId: practice.chairId };
    const put = await moveAppointment(services, desk, {
      ...row,
      startsAt,
      minutes: 30,
      outsideHours: false,
      tellPatient: false,
      version: 1,
    });
    expect(put).toMatchObject({ ok: true });
    const [part] = await send(address);
    expect(readCalendar(part?.content ?? "").entries[0]).toMatchObject({
      sequence: 1,
      startsAt: new Date(startsAt).toISOString(),
    });
    const [mail] = await outside.mailsTo(address);
    expect(mail).toMatchObject({
      subject: "Your visit is booked",
      text_body: expect.stringContaining("14:00"),
    });

    await booked("15:00", 9).then(({ id }) =>
      cancelByPractice(services, desk, { id, reason: "Ill", tellPatient: false, version: 1 }),
    );
    expect(await send(address)).toEqual([]);
    expect(await outside.mailsTo(address)).toHaveLength(1);
  });

  it("a wish sends no entry, and is invited to once the practice agrees", async () => {
    const visitTypeId = await makeVisitType(world, practice.id, [scene.practitionerId], {
      name: "Start",
      needsApproval: true,
    });
    const asked = await bookAppointment(services, mine, { ...wish("09:00", 10), visitTypeId });
    if (!asked.ok) throw new Error(asked.reason);
    expect(await send(address)).toEqual([]);
    await approveRequest(services, desk, { id: asked.value.id, tellPatient: true, version: 1 });
    const [invite] = await send(address);
    expect(readCalendar(invite?.content ?? "")).toMatchObject({
      method: "REQUEST",
      entries: [{ status: "CONFIRMED", sequence: 1 }],
    });
  });

  it("R31: another time that the practice declines leaves the entry alone, and the mail says when the visit is", async () => {
    const program = calendarProgram();
    const visitTypeId = await makeVisitType(world, practice.id, [scene.practitionerId], {
      needsApproval: true,
    });
    const visit = await scene.book(scene.at("09:00", 11), { visitTypeId });
    for (const { content } of await send(address)) program.receive(content);
    const before = program.entries();
    await moved(visit.id, scene.at("16:00", 11));
    const asked = await inPractice(world.db, practice.id, (tx) =>
      tx.appointment.findFirstOrThrow({
        where: { practiceId: practice.id, replacesAppointmentId: visit.id },
        select: { id: true, version: true },
      }),
    );
    const answer = { ...asked, reason: "Full", tellPatient: true };
    expect(await declineRequest(services, desk, answer)).toMatchObject({ ok: true });
    for (const { content } of await send(address)) program.receive(content);
    expect(program.entries()).toEqual(before);
    const mail = (await outside.mailsTo(address)).at(-1);
    expect(mail).toMatchObject({
      subject: "Your visit stays as it is",
      text_body: expect.stringContaining("09:00"),
    });
    expect(mail?.text_body).not.toContain("16:00");
  });

  it("R10: each attendee has their own; a guardian who was invited hears of what another does, others of nothing", async () => {
    const [parent, other] = await makePatients(world, practice.id, 2);
    if (!parent || !other) throw new Error("two parents");
    const [mail, otherMail] = [
      `parent.${count}@mail.example.com`,
      `other.${count}@mail.example.com`,
    ];
    await giveMailbox(world, parent, mail);
    await giveMailbox(world, other, otherMail);
    const acting = {
      ...(await makeGuardianship(world, parent, mine.patientId)),
      role: "guardian" as const,
    };
    await makeGuardianship(world, other, mine.patientId);
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: mine.patientId } },
        data: { dateOfBirth: new Date("2018-04-02T00:00:00Z") },
        select: { id: true },
      }),
    );
    const made = await bookAppointment(services, acting, wish("09:00", 12));
    if (!made.ok) throw new Error(made.reason);
    const [own] = await send(address);
    const [theirs] = await send(mail);
    const entryOf = (part: typeof own) => readCalendar(part?.content ?? "").entries[0];
    expect(entryOf(own)).toMatchObject({ attendees: [{ address }] });
    expect(entryOf(theirs)).toMatchObject({
      uid: entryOf(own)?.uid,
      summary: expect.stringMatching(/^Robin: visit at /),
      attendees: [{ address: mail }],
    });

    await cancelAppointment(services, mine, { id: made.value.id, reason: "Ill" });
    expect((await send(mail)).map(({ type }) => type)).toEqual(["text/calendar; method=CANCEL"]);
    expect(await outside.mailsTo(otherMail)).toEqual([]);
  });
});
