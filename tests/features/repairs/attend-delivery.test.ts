import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { mailPurposes, smsPurposes } from "@/features/notifications/purposes";
import { attendDelivery } from "@/features/repairs/attend-delivery";
import { repairCount } from "@/features/repairs/repair-count";
import { repairSides } from "@/features/repairs/undelivered";
import { wordsOf } from "@/lib/words";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { anna, makeAnna, secretsOf } from "../registration/walk";

const world = await openWorld();
let practice: PracticeMade;
let staff: ClinicActor;
let patientId: string;

beforeEach(async () => {
  practice = await makePractice(world);
  staff = await makeClinicActor(world, practice.id, "staff");
  patientId = await makeAnna(world, practice);
});

async function givenUp(wish: {
  kind?: "mail" | "sms" | "pms_update";
  purpose?: string;
  lastError?: string;
  expiresInMinutes?: number;
}) {
  const { now } = await world.services();
  const { kind = "mail", purpose = "appointment_booked", lastError = "refused 550" } = wish;
  const expiresAt =
    wish.expiresInMinutes === undefined
      ? null
      : new Date(now.epochMilliseconds + wish.expiresInMinutes * 60_000);
  const { id } = await inPractice(world.db, practice.id, (tx) =>
    tx.delivery.create({
      data: {
        practiceId: practice.id,
        kind,
        purpose,
        state: "undelivered",
        patientId,
        recipient: kind === "mail" ? anna.email : anna.mobile,
        content: { values: { startsAt: "2026-12-01T10:00:00Z" } },
        tries: 10,
        lastError,
        expiresAt,
        nextTryAt: new Date(now.epochMilliseconds),
        createdAt: new Date(now.epochMilliseconds),
      },
      select: { id: true },
    }),
  );
  return id;
}

function rows() {
  return inPractice(world.db, practice.id, (tx) =>
    tx.delivery.findMany({ where: { practiceId: practice.id }, orderBy: { id: "asc" } }),
  );
}

describe("S17: what was given up is shown to staff", () => {
  it("with its cause, and sent again once however often it is pressed", async () => {
    const id = await givenUp({});
    const services = await world.services();
    expect((await repairSides(services, staff)).undelivered).toMatchObject([
      { id, why: "mailbox_unknown", resending: "again", to: anna.email },
    ]);
    expect(await repairCount(services, staff)).toBe(1);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => attendDelivery(services, staff, { id, action: "resend" })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.every((answer) => !answer.ok && answer.reason === "already_attended")).toBe(
      true,
    );
    const [old, again, ...more] = await rows();
    expect(more).toEqual([]);
    expect(old).toMatchObject({
      state: "undelivered",
      attendedHow: "resent",
      attendedByPersonId: staff.personId,
      resentAsId: again?.id,
    });
    expect(again).toMatchObject({
      state: "queued",
      purpose: "appointment_booked",
      recipient: anna.email,
      content: { values: { startsAt: "2026-12-01T10:00:00Z" } },
      tries: 0,
    });
    expect((await repairSides(services, staff)).undelivered).toEqual([]);
    expect(await repairCount(services, staff)).toBe(0);
  });

  it("a lost login link becomes a new one by the same way; its secret is gone", async () => {
    const id = await givenUp({
      kind: "sms",
      purpose: "login_link",
      lastError: "not_delivered 30003",
    });
    const services = await world.services();
    expect((await repairSides(services, staff)).undelivered).toMatchObject([
      { why: "unreachable", resending: "link" },
    ]);
    expect(await attendDelivery(services, staff, { id, action: "resend" })).toEqual({
      ok: true,
      value: { how: "linked" },
    });
    expect((await secretsOf(world, practice, "login_link")).at(-1)?.secret).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ["a code", { kind: "sms", purpose: "login_code" }],
    ["a reset link", { kind: "mail", purpose: "password_reset" }],
    ["what is past its time", { kind: "mail", expiresInMinutes: -1 }],
  ] as const)("%s is not sent by anybody's hand, and can be closed", async (_name, wish) => {
    const id = await givenUp(wish);
    const services = await world.services();
    expect(await attendDelivery(services, staff, { id, action: "resend" })).toMatchObject({
      reason: "cannot_resend",
    });
    expect(await rows()).toHaveLength(1);
    expect(await attendDelivery(services, staff, { id, action: "dismiss" })).toMatchObject({
      value: { how: "dismissed" },
    });
    expect((await repairSides(services, staff)).undelivered).toEqual([]);
  });

  it("nothing is marked when the new link cannot be made", async () => {
    const id = await givenUp({ kind: "mail", purpose: "login_link" });
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: patientId } },
        data: { mobilePhone: null },
      }),
    );
    const services = await world.services();
    expect(await attendDelivery(services, staff, { id, action: "resend" })).toMatchObject({
      reason: "mobile_missing",
    });
    expect((await repairSides(services, staff)).undelivered).toHaveLength(1);
  });

  it("an update of the practice system says what the record says now", async () => {
    const id = await givenUp({
      kind: "pms_update",
      purpose: "portal_contact",
      lastError: "unauthorized",
    });
    const services = await world.services();
    expect((await repairSides(services, staff)).undelivered).toMatchObject([
      { why: "unauthorized" },
    ]);
    await attendDelivery(services, staff, { id, action: "resend" });
    expect((await rows()).at(-1)).toMatchObject({ kind: "pms_update", state: "queued", patientId });
  });

  it("S12: another practice's staff neither see nor send it", async () => {
    const id = await givenUp({});
    const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
    const services = await world.services();
    expect((await repairSides(services, stranger)).undelivered).toEqual([]);
    expect(await attendDelivery(services, stranger, { id, action: "resend" })).toMatchObject({
      reason: "not_found",
    });
    expect(await rows()).toHaveLength(1);
  });
});

it("S17: calls every mail and text by what it is", () => {
  const { purpose } = Object(wordsOf("en").repairs);
  expect([...mailPurposes, ...smsPurposes].filter((one) => !(one in purpose))).toEqual([]);
});
