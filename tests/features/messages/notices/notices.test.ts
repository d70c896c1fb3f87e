import { describe, expect, it } from "vitest";
import { openWorld } from "../../../support/world";
import { openDeliveryWorld } from "../../notifications/delivery-world";
import { begin, makeGuardian } from "../thread-world";
import { kinds, noticesOf } from "./notice-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const notices = noticesOf(world);
const { told, send, read, sweep, sweepNow, choose, login, awake, cast } = notices;

const secret = /swollen|Tray 7|Robin/;

describe("R39, S23: mail and texts say only that there is a message", () => {
  it("the practice, a link to the thread, and nothing of it; R51: the text is counted with purpose and patient", async () => {
    const { practice, patient, doctor } = await cast();
    const mobile = "+46701740811";
    await login(patient, { mobile, mobileVerifiedAt: new Date(0) });
    await choose(patient, { patientId: patient.patientId, mail: true, sms: true });
    const id = await begin(world, doctor, {
      patientId: patient.patientId,
      body: "Your gum is swollen, Robin",
    });
    await sweep();
    const rows = await told(practice.id);
    expect(kinds(rows)).toEqual(["mail", "sms"]);
    for (const row of rows) await outside.deliver(practice.id, row.id);
    const [mail] = await outside.mailsTo(rows[0]?.recipient ?? "");
    const [text] = await outside.textsTo(mobile);
    const practiceName = (
      await world.db.prisma.practice.findUniqueOrThrow({ where: { id: practice.id } })
    ).name;
    const link = `http://localhost:3000/messages/${id}`;
    expect(text?.body).toBe(`${practiceName}: you have a new message: ${link}`);
    for (const part of [mail?.text_body, mail?.html_body]) {
      expect(part).toContain(link);
      expect(part).toContain(practiceName);
      expect(part).not.toMatch(secret);
    }
    expect(mail?.subject).toBe("You have a new message");
    const counted = await outside.row(practice.id, rows[1]?.id ?? "");
    expect(counted).toMatchObject({
      purpose: "new_message",
      patientId: patient.patientId,
      segments: 1,
    });
  });
});

describe("R39: one notice per thread until read", () => {
  it("a second message gives no second notice; one after reading does", async () => {
    const { practice, patient, doctor } = await cast();
    const id = await begin(world, patient);
    await sweep();
    await send(patient, id);
    await sweep();
    expect(await told(practice.id)).toHaveLength(1);
    await read(doctor, id);
    await send(patient, id);
    await sweep();
    const rows = await told(practice.id);
    expect(rows.map(({ recipient }) => recipient)).toEqual(
      Array(2).fill("doctor@practice.example.com"),
    );
    expect(rows[1]?.content).toEqual({
      values: { page: `/doctor/inbox?thread=${id}`, thread: id },
    });
  });

  it("whoever reads along within the short wait is not told", async () => {
    const { practice, patient, doctor } = await cast();
    const id = await begin(world, patient);
    await sweepNow();
    await world.advance("PT20S");
    await read(doctor, id);
    await sweep();
    expect(await told(practice.id)).toEqual([]);
    expect(await notices.bundles(practice.id)).toEqual([]);
  });

  it("messages sent at once, in two processes that look at once, give one", async () => {
    const { practice, patient, doctor } = await cast();
    const id = await begin(world, patient);
    await Promise.all([send(doctor, id), send(doctor, id), send(doctor, id), send(doctor, id)]);
    await world.advance("PT31S");
    await Promise.all([sweepNow(), sweepNow(), sweepNow()]);
    expect(await told(practice.id, patient.personId)).toHaveLength(1);
    expect(await told(practice.id)).toHaveLength(2);
  });

  it("reading and sending at once leave nothing unread untold", async () => {
    const { practice, patient, doctor } = await cast();
    const id = await begin(world, patient);
    for (let number = 1; number < 9; number += 1) {
      const before = (await told(practice.id)).length;
      await Promise.all([read(doctor, id, number), send(patient, id)]);
      await sweep();
      expect(await told(practice.id)).toHaveLength(before + 1);
    }
  });

  it("what was left unread of several is told once more when all that was told of is read", async () => {
    const { practice, patient, doctor } = await cast();
    const id = await begin(world, patient);
    await send(patient, id);
    await sweep();
    await send(patient, id);
    await read(doctor, id, 1);
    await sweep();
    expect(await told(practice.id)).toHaveLength(1);
    await read(doctor, id, 2);
    await sweep();
    expect(await told(practice.id)).toHaveLength(2);
  });

  it("S17: read while its mail still waits, it is dropped, not sent", async () => {
    const { practice, patient, doctor } = await cast();
    const id = await begin(world, patient);
    await sweep();
    const [mail] = await told(practice.id);
    await outside.mailFaults.set("mail", "down");
    await outside.deliver(practice.id, mail?.id ?? "");
    await outside.mailFaults.set("mail", "ok");
    await read(doctor, id);
    await world.advance("PT60S");
    await outside.deliver(practice.id, mail?.id ?? "");
    expect((await outside.row(practice.id, mail?.id ?? "")).state).toBe("dropped");
  });

  it("a guardian of two children gets one per thread, each with its own child", async () => {
    const { practice, doctor } = await cast();
    const { guardian, childIds, token } = await makeGuardian(world, practice.id);
    expect(token).not.toBe("");
    await login(guardian, {
      email: "kim@example.com",
      emailFolded: "kim@example.com",
      emailVerifiedAt: new Date(0),
    });
    const pages: string[] = [];
    for (const patientId of childIds) {
      const id = await begin(world, doctor, { patientId });
      await send(doctor, id);
      pages.push(`/messages/${id}?patient=${patientId}`);
    }
    await sweep();
    const rows = await told(practice.id, guardian.personId);
    expect(rows.map(({ patientId }) => patientId).toSorted()).toEqual(childIds.toSorted());
    expect(JSON.stringify(rows.map(({ content }) => content))).not.toMatch(/Child/);
    for (const page of pages)
      expect(rows.filter(({ content }) => JSON.stringify(content).includes(page))).toHaveLength(1);
  });
});

describe("R39: quiet hours", () => {
  it("hold a notice until their end, in the night in which an hour is missing; read by then, it is not sent", async () => {
    const { practice, patient, doctor } = await cast();
    await awake(practice.id, { quietFromMinute: 21 * 60, quietUntilMinute: 8 * 60 });
    await notices.moveTo("2027-03-27T21:30:00Z");
    const ids = [await begin(world, patient), await begin(world, patient)];
    await sweep();
    await notices.moveTo("2027-03-28T05:59:00Z");
    await sweepNow();
    expect(await told(practice.id)).toEqual([]);
    await read(doctor, ids[0] ?? "");
    await notices.moveTo("2027-03-28T06:00:01Z");
    await sweepNow();
    const rows = await told(practice.id);
    expect(JSON.stringify(rows.map(({ content }) => content))).toContain(ids[1]);
    expect(rows).toHaveLength(1);
  });

  it("last an hour longer in the night in which one comes twice", async () => {
    const { practice, patient } = await cast();
    await awake(practice.id, { quietFromMinute: 21 * 60, quietUntilMinute: 8 * 60 });
    await notices.moveTo("2027-10-30T20:00:00Z");
    await begin(world, patient);
    await sweep();
    await notices.moveTo("2027-10-31T06:59:00Z");
    await sweepNow();
    expect(await told(practice.id)).toEqual([]);
    await notices.moveTo("2027-10-31T07:00:01Z");
    await sweepNow();
    expect(await told(practice.id)).toHaveLength(1);
  });
});
