import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { clinic, withStepUp } from "@/features/access/route-gates";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { loginLinks } from "@/features/login-links/queries";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { anna, makeAnna, secretsOf } from "../registration/walk";

const world = await openWorld();
let practice: PracticeMade;
let staff: ClinicActor;
let patientId: string;

beforeAll(async () => {
  practice = await makePractice(world);
  staff = await makeClinicActor(world, practice.id, "staff");
});

beforeEach(async () => {
  patientId = await makeAnna(world, practice);
});

async function statesOf(id: string) {
  const { items } = await loginLinks(await world.services(), staff, undefined);
  return items.filter((item) => item.patientId === id).map((item) => item.state);
}

it("R7, R12: a link by mail carries the login name, made with it, and its token sealed", async () => {
  const made = await createLoginLink(await world.services(), staff, {
    id: patientId,
    deliver: "mail",
  });
  expect(made).toEqual({ ok: true, value: { expiresAt: expect.any(String) } });
  const sent = (await secretsOf(world, practice, "login_link")).at(-1);
  expect(sent).toMatchObject({ kind: "mail", to: anna.email });
  expect(sent?.secret).toMatch(/^[\w-]{43}$/);
  const record = await inPractice(world.db, practice.id, (tx) =>
    tx.patient.findFirstOrThrow({ where: { id: patientId } }),
  );
  expect(record.portalStatus).toBe("invited");
  const login = await world.db.prisma.login.findUniqueOrThrow({
    where: { id: record.loginId ?? "" },
  });
  expect(login).toMatchObject({ status: "issued", registeredAt: null });
});

it("R7: a link by text goes to the record's mobile; a shown one is in the answer alone", async () => {
  const services = await world.services();
  await createLoginLink(services, staff, { id: patientId, deliver: "sms" });
  expect((await secretsOf(world, practice, "login_link")).at(-1)).toMatchObject({
    kind: "sms",
    to: anna.mobile,
  });
  const before = await secretsOf(world, practice, "login_link");
  const shown = await createLoginLink(services, staff, { id: patientId, deliver: "show" });
  expect(shown).toMatchObject({
    ok: true,
    value: { url: expect.stringMatching(/^http:\/\/localhost:3000\/link\/[\w-]{43}$/) },
  });
  expect(await secretsOf(world, practice, "login_link")).toHaveLength(before.length);
});

it("S9: only the newest link lives, also when many are made at once", async () => {
  const services = await world.services();
  await Promise.all(
    Array.from({ length: 4 }, () =>
      createLoginLink(services, staff, { id: patientId, deliver: "show" }),
    ),
  );
  expect((await statesOf(patientId)).sort()).toEqual(["replaced", "replaced", "replaced", "shown"]);
  const live = await world.db.prisma.token.count({
    where: { patientId, purpose: "login_link", usedAt: null, replacedAt: null },
  });
  expect(live).toBe(1);
});

it("S9: 24 hours later the link has expired", async () => {
  await createLoginLink(await world.services(), staff, { id: patientId, deliver: "show" });
  await world.advance("PT24H");
  expect(await statesOf(patientId)).toEqual(["expired"]);
  await world.advance("-PT24H");
});

it("S12: another practice's record is missing, for its staff as for anybody", async () => {
  const neighbour = await makePractice(world);
  const stranger = await makeClinicActor(world, neighbour.id, "admin");
  const services = await world.services();
  expect(
    await createLoginLink(services, stranger, { id: patientId, deliver: "show" }),
  ).toMatchObject({ ok: false, reason: "not_found" });
  expect((await loginLinks(services, stranger, undefined)).items).toEqual([]);
});

describe("R8: a link nobody could use is not made", () => {
  it.each([
    [
      "archived",
      { archivedAt: new Date("2026-01-01"), archivedReason: "moved" },
      "record_archived",
    ],
    ["no mobile", { mobilePhone: null, homePhone: anna.mobile }, "mobile_missing"],
    ["no e-mail for a mail", { email: null }, "email_missing"],
  ])("%s", async (_name, data, reason) => {
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: patientId } },
        data,
      }),
    );
    const refusal = await createLoginLink(await world.services(), staff, {
      id: patientId,
      deliver: "mail",
    });
    expect(refusal).toMatchObject({ ok: false, reason });
    expect(await statesOf(patientId)).toEqual([]);
  });
});

it("S11: a link needs a factor given within ten minutes", async () => {
  const gate = withStepUp(clinic());
  const { now } = await world.services();
  const visit = { session: staff, cookies: new Map(), input: {} };
  expect(gate.admit({ ...visit, now }).ok).toBe(true);
  expect(gate.admit({ ...visit, now: staff.factorAt.add({ minutes: 10 }) })).toMatchObject({
    reason: "step_up_required",
  });
});

it("S9: five links a day for one patient, whoever asks", async () => {
  const strict = {
    ...(await world.services()),
    limits: { ...world.runtime.limits, linksPerPatientDay: 5, linksPerStaffDay: 100 },
  };
  const colleague = await makeClinicActor(world, practice.id, "orthodontist");
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      createLoginLink(strict, index % 2 ? staff : colleague, { id: patientId, deliver: "show" }),
    ),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({
    reason: "too_many_links_for_patient",
    detail: { retryAfterSeconds: expect.any(Number) },
  });
  expect((await statesOf(patientId)).sort()).toEqual([...Array(4).fill("replaced"), "shown"]);
});

it("S9: so many links a day for one member of staff", async () => {
  const busy = await makeClinicActor(world, practice.id, "staff");
  const strict = {
    ...(await world.services()),
    limits: { ...world.runtime.limits, linksPerStaffDay: 2 },
  };
  const others = [await makeAnna(world, practice), await makeAnna(world, practice), patientId];
  const answers = await Promise.all(
    others.map((id) => createLoginLink(strict, busy, { id, deliver: "show" })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "too_many_links_by_staff" });
});

describe("R7, S9: each state of a link is seen, with its time", () => {
  it.each([
    ["queued", "on_its_way"],
    ["sending", "on_its_way"],
    ["sent", "sent"],
    ["delivered", "delivered"],
    ["undelivered", "undelivered"],
  ] as const)("while its text is %s: %s", async (state, shown) => {
    const services = await world.services();
    await createLoginLink(services, staff, { id: patientId, deliver: "sms" });
    const settledAt = new Date(services.now.epochMilliseconds + 5000);
    const isSettled = shown !== "on_its_way";
    await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.updateMany({
        where: { patientId, purpose: "login_link" },
        data: { state, ...(isSettled && { settledAt, sealedSecret: null }) },
      }),
    );
    const { items } = await loginLinks(await world.services(), staff, undefined);
    const link = items.find((item) => item.patientId === patientId);
    expect(link?.state).toBe(shown);
    const since = isSettled ? settledAt.getTime() : Date.parse(link?.createdAt ?? "");
    expect(Date.parse(link?.since ?? "")).toBe(since);
  });

  it("a link that was opened says so, whatever its mail says", async () => {
    await createLoginLink(await world.services(), staff, { id: patientId, deliver: "mail" });
    const openedAt = new Date((await world.services()).now.epochMilliseconds);
    await inPractice(world.db, practice.id, (tx) =>
      tx.loginLink.updateMany({ where: { patientId }, data: { openedAt } }),
    );
    const { items } = await loginLinks(await world.services(), staff, undefined);
    const link = items.find((item) => item.patientId === patientId);
    expect(link).toMatchObject({ state: "opened", since: expect.any(String) });
    expect(Date.parse(link?.since ?? "")).toBe(openedAt.getTime());
  });
});
