import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { mayText } from "@/features/reminders/may-text";
import { openWorld } from "../../../support/world";
import { begin, letStaffIn, makeGuardian } from "../thread-world";
import { kinds, noticesOf } from "./notice-world";

const world = await openWorld();
const notices = noticesOf(world);
const { told, send, read, sweep, sweepNow, choose, login, cast } = notices;

describe("R17, R39: everybody's own choice", () => {
  it("nobody is told who chose none, and a choice for one child says nothing about another", async () => {
    const { practice, doctor, patient } = await cast();
    await choose(doctor, { mail: false });
    await begin(world, patient);
    const { guardian, childIds } = await makeGuardian(world, practice.id);
    await login(guardian, {
      email: "kim2@example.com",
      emailFolded: "kim2@example.com",
      emailVerifiedAt: new Date(0),
    });
    const [one = "", other = ""] = childIds;
    await choose(guardian, { patientId: one, mail: false });
    for (const patientId of childIds) await begin(world, doctor, { patientId });
    await sweep();
    expect((await told(practice.id)).map(({ patientId }) => patientId)).toEqual([other]);
  });

  it("practice people hear of their own threads, or of all they take part in", async () => {
    const { practice, doctor, staff, patient } = await cast();
    await login(staff, {
      email: "desk@practice.example.com",
      emailFolded: "desk@practice.example.com",
      emailVerifiedAt: new Date(0),
    });
    await begin(world, patient);
    await sweep();
    expect(await told(practice.id, staff.personId)).toEqual([]);
    await choose(staff, { mail: true, threads: "all" });
    const seen = await begin(world, patient);
    const closed = await begin(world, patient);
    await letStaffIn(world, practice.id, closed, false);
    await send(patient, closed);
    await read(staff, closed);
    await sweep();
    const rows = await told(practice.id, staff.personId);
    expect(JSON.stringify(rows[0]?.content)).toContain(`/desk/inbox?thread=${seen}`);
    expect(await told(practice.id, doctor.personId)).toHaveLength(3);
  });

  it("S12: whoever has no part in the thread any more, or no active login, is not told", async () => {
    const { practice, doctor } = await cast();
    const { guardian, childIds } = await makeGuardian(world, practice.id, { children: 1 });
    await login(guardian, {
      email: "kim3@example.com",
      emailFolded: "kim3@example.com",
      emailVerifiedAt: new Date(0),
    });
    const patientId = childIds[0] ?? "";
    await begin(world, doctor, { patientId });
    await inPractice(world.db, practice.id, (tx) =>
      tx.guardianship.updateMany({ where: { patientId }, data: { endedAt: new Date() } }),
    );
    await sweep();
    expect(await told(practice.id, guardian.personId)).toEqual([]);
    const { practice: second, patient, doctor: other } = await cast();
    await begin(world, patient);
    await login(other, { status: "disabled" });
    await sweep();
    expect(await told(second.id)).toEqual([]);
  });
});

describe("R39: where one way fails, the next is taken", () => {
  it("mail that bounced: a text", async () => {
    const { practice, patient, doctor } = await cast();
    await login(patient, { mobile: "+46701740812", mobileVerifiedAt: new Date(0) });
    const id = await begin(world, doctor, { patientId: patient.patientId });
    await sweep();
    const [mail] = await told(practice.id);
    await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.updateMany({ where: { id: mail?.id ?? "" }, data: { state: "undelivered" } }),
    );
    await world.advance("PT60S");
    await sweepNow();
    await world.advance("PT60S");
    await sweepNow();
    expect(kinds(await told(practice.id))).toEqual(["mail", "sms"]);
    // Both failed: nothing is left, and nobody looks again.
    await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.updateMany({
        where: { practiceId: practice.id },
        data: { state: "undelivered" },
      }),
    );
    await world.advance("PT60S");
    await sweepNow();
    const [bundle] = await notices.bundles(practice.id);
    expect(bundle).toMatchObject({ threadId: id, lookAt: null });
  });

  it("R51: texts that are stopped for today: a mail", async () => {
    const { practice, patient, doctor } = await cast();
    await login(patient, { mobile: "+46701740813", mobileVerifiedAt: new Date(0) });
    await choose(patient, { patientId: patient.patientId, mail: false, sms: true });
    await world.db.prisma.practice.update({
      where: { id: practice.id },
      data: { smsDailyCap: 0 },
    });
    const services = await world.services();
    expect(
      await inPractice(world.db, practice.id, (tx) => mayText(tx, services, practice.id)),
    ).toBe(false);
    await begin(world, doctor, { patientId: patient.patientId });
    await sweep();
    expect(kinds(await told(practice.id))).toEqual(["mail"]);
  });
});
