import { beforeEach, describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { findLogin } from "@/features/access/login/find-login";
import { clinic, withStepUp } from "@/features/access/route-gates";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { changeContact } from "@/features/records/change-contact";
import { viewRecord } from "@/features/records/view-record";
import { waiveMobileWait } from "@/features/records/waive-mobile-wait";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { openBrowser, sentSecrets } from "../access/browser";
import { password, registeredPatient } from "../access/people";
import { anna, makeAnna } from "../registration/walk";

const world = await openWorld();
let practice: PracticeMade;
let staff: ClinicActor;

beforeEach(async () => {
  practice = await makePractice(world);
  staff = await makeClinicActor(world, practice.id, "staff");
  const { now } = await world.services();
  await inPractice(world.db, practice.id, (tx) =>
    tx.pmsConnection.create({
      data: { practiceId: practice.id, kind: "dentally", updatedAt: fromInstant(now) },
    }),
  );
});

type Wish = Omit<Parameters<typeof changeContact>[2], "id" | "version"> & { version?: number };

async function change(id: string, wish: Wish, actor = staff) {
  return changeContact(await world.services(), actor, { version: 1, ...wish, id });
}

function read(id: string) {
  return inPractice(world.db, practice.id, (tx) =>
    tx.patient.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: practice.id, id } },
    }),
  );
}

function deliveries() {
  return inPractice(world.db, practice.id, (tx) =>
    tx.delivery.findMany({
      where: { practiceId: practice.id },
      orderBy: { id: "asc" },
      select: { kind: true, purpose: true, recipient: true },
    }),
  );
}

/** A registered patient of this practice, whose record says so. */
async function registered() {
  const robin = await registeredPatient(world, { practiceId: practice.id });
  const { now } = await world.services();
  const at = fromInstant(now);
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: robin.patientId } },
      data: {
        portalStatus: "registered",
        mobilePhone: robin.mobile,
        mobileVerifiedAt: at,
        email: robin.email,
        emailVerifiedAt: at,
      },
    }),
  );
  return robin;
}

describe("R17: staff change how a patient is reached", () => {
  it("every field, audited by name, and the practice's system is told", async () => {
    const id = await makeAnna(world, practice);
    const answer = await change(id, {
      mobile: "0176 40690044",
      home: "030 12345678",
      email: "New.Anna@Example.com",
    });
    expect(answer).toEqual({ ok: true, value: { changed: ["email", "homePhone", "mobilePhone"] } });
    expect(await read(id)).toMatchObject({
      mobilePhone: "+4917640690044",
      homePhone: "+493012345678",
      email: "new.anna@example.com",
      version: 2,
    });
    expect(await deliveries()).toEqual([
      { kind: "pms_update", purpose: "record_changes", recipient: "pms" },
    ]);
    const told = await inPractice(world.db, practice.id, (tx) =>
      tx.recordChange.findMany({ where: { patientId: id }, orderBy: { field: "asc" } }),
    );
    expect(told.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["email", anna.email, "new.anna@example.com"],
      ["homePhone", null, "+493012345678"],
      ["mobilePhone", anna.mobile, "+4917640690044"],
    ]);
    const [entry] = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({ where: { patientId: id, action: "record.changed" } }),
    );
    expect(entry?.detail).toEqual({
      fields: ["email", "homePhone", "mobilePhone"],
      because: "desk",
    });
  });

  it.each([
    ["mobile", "+493012345678", "not_mobile"],
    ["mobile", "12", "not_a_number"],
    ["mobile", "+4917640690044 ext 5", "extension"],
    ["mobile", "+442079460000", "country_not_allowed"],
    ["home", "12", "home_not_a_number"],
    ["work", "abc", "work_not_a_number"],
  ] as const)("R6, S4: %s %s is refused as at registration", async (field, typed, reason) => {
    const id = await makeAnna(world, practice);
    expect(await change(id, { [field]: typed })).toMatchObject({ ok: false, reason });
    expect(await read(id)).toMatchObject({ mobilePhone: anna.mobile, version: 1 });
  });

  it("a landline that stands in the mobile field may stay while something else changes", async () => {
    const id = await makeAnna(world, practice, { mobile: "+493012345678" });
    expect(await change(id, { mobile: "030 12345678", email: "other@example.com" })).toMatchObject({
      value: { changed: ["email"] },
    });
  });

  it("the second tab does not undo the first", async () => {
    const id = await makeAnna(world, practice);
    const services = await world.services();
    const answers = await Promise.all(
      ["a@example.com", "b@example.com"].map((email) =>
        changeContact(services, staff, { id, version: 1, email }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "record_changed" });
  });

  it("S12: another practice's staff find no such record", async () => {
    const id = await makeAnna(world, practice);
    const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
    expect(await change(id, { email: "x@example.com" }, stranger)).toMatchObject({
      reason: "not_found",
    });
    expect(await read(id)).toMatchObject({ email: anna.email });
  });

  it("S11: it takes a factor given within ten minutes", async () => {
    const gate = withStepUp(clinic("staff", "admin"));
    const visit = { session: staff, cookies: new Map(), input: {} };
    expect(gate.admit({ ...visit, now: staff.factorAt.add({ minutes: 10 }) })).toMatchObject({
      reason: "step_up_required",
    });
  });
});

describe("R12: the login name", () => {
  it("may change before registration; the former one is never used again", async () => {
    const id = await makeAnna(world, practice);
    await createLoginLink(await world.services(), staff, { id, deliver: "show" });
    const before = (await viewRecord(await world.services(), staff, id))?.login?.loginName ?? "";
    const wanted = `anna-${Date.now().toString(36)}`;
    expect(await change(id, { loginName: ` ${wanted.toUpperCase()} ` })).toMatchObject({
      value: { changed: ["loginName"] },
    });
    expect((await viewRecord(await world.services(), staff, id))?.login?.loginName).toBe(wanted);
    const other = await makeAnna(world, practice);
    expect(await change(other, { loginName: before })).toMatchObject({
      reason: "login_name_taken",
    });
    expect(await change(other, { loginName: wanted })).toMatchObject({
      reason: "login_name_taken",
    });
    expect(await change(other, { loginName: "a b" })).toMatchObject({ reason: "login_name_shape" });
    const free = `${wanted}x`;
    const third = await makeAnna(world, practice);
    const services = await world.services();
    const race = await Promise.all(
      [other, third].map((one) =>
        changeContact(services, staff, { id: one, version: 1, loginName: free }),
      ),
    );
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is fixed once somebody is registered", async () => {
    const robin = await registered();
    expect(await change(robin.patientId, { loginName: "another.name" })).toMatchObject({
      reason: "login_name_registered",
    });
  });
});

describe("S8: staff change the mobile of somebody registered", () => {
  const newMobile = "+46701740988";

  it("old number and mail are told; the new one receives no code for 24 hours, then it does", async () => {
    const robin = await registered();
    await change(robin.patientId, { mobile: newMobile });
    expect(
      (await deliveries()).map(({ kind, purpose, recipient }) => [kind, purpose, recipient]),
    ).toEqual([
      ["mail", "mobile_changed_by_practice", robin.email],
      ["sms", "mobile_changed_by_practice", robin.mobile],
      ["pms_update", "record_changes", "pms"],
    ]);
    expect(await read(robin.patientId)).toMatchObject({ mobileVerifiedAt: null });
    const early = await openBrowser(world).password(robin.loginName, password);
    expect(early.body.error?.code).toBe("factor_missing");
    expect(await sentSecrets(world, practice.id, "login_code")).toHaveLength(0);
    await world.advance("PT24H");
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
    const [code] = (await deliveries()).filter(({ purpose }) => purpose === "login_code");
    expect(code?.recipient).toBe(newMobile);
  });

  it("a code on its way to the old number lets nobody in any more", async () => {
    const robin = await registered();
    const thief = openBrowser(world);
    await thief.password(robin.loginName, password);
    const [code = ""] = await sentSecrets(world, practice.id, "login_code");
    await change(robin.patientId, { mobile: newMobile });
    expect((await thief.code(code)).status).not.toBe(200);
    expect(await thief.whoAmI()).toEqual({});
  });

  it("an admin may waive the wait, with a reason in the audit log; once", async () => {
    const robin = await registered();
    await change(robin.patientId, { mobile: newMobile });
    const admin = await makeClinicActor(world, practice.id, "admin");
    const services = await world.services();
    const wish = { id: robin.patientId, reason: "Was here with a passport" };
    const answers = await Promise.all([
      waiveMobileWait(services, admin, wish),
      waiveMobileWait(services, admin, wish),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "no_wait" });
    const found = await findLogin(world.db, robin.loginName, (await world.services()).now);
    expect(found?.mobile).toBe(newMobile);
    const [entry] = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({ where: { action: "mobile_wait.waived" } }),
    );
    expect(entry).toMatchObject({ actorRole: "admin", detail: { reason: wish.reason } });
    const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
    expect(await waiveMobileWait(services, stranger, wish)).toMatchObject({ reason: "not_found" });
  });

  it("only an admin passes the waiver's gate", async () => {
    const gate = withStepUp(clinic("admin"));
    const { now } = await world.services();
    expect(gate.admit({ session: staff, cookies: new Map(), input: {}, now })).toMatchObject({
      reason: "not_allowed",
    });
  });

  it("the login keeps its e-mail until the new one is confirmed; the old address is told", async () => {
    const robin = await registered();
    await change(robin.patientId, { email: "fresh@example.com" });
    expect(await deliveries()).toContainEqual({
      kind: "mail",
      purpose: "email_changed_by_practice",
      recipient: robin.email,
    });
    const login = await world.db.prisma.login.findUniqueOrThrow({ where: { id: robin.loginId } });
    expect(login.email).toBe(robin.email);
    expect(await read(robin.patientId)).toMatchObject({
      email: "fresh@example.com",
      emailVerifiedAt: null,
    });
  });

  it("the number of somebody registered is replaced, not taken away", async () => {
    const robin = await registered();
    expect(await change(robin.patientId, { mobile: "" })).toMatchObject({
      reason: "mobile_needed",
    });
  });
});

describe("S9: login links die", () => {
  it.each([
    ["the mobile", { mobile: "+4917640690044" }, ["replaced"]],
    ["the e-mail", { email: "other@example.com" }, ["replaced"]],
    ["nothing that a link goes by", { home: "+493012345678" }, ["shown"]],
  ])("when %s changes: %o", async (_name, wish, states) => {
    const id = await makeAnna(world, practice);
    await createLoginLink(await world.services(), staff, { id, deliver: "show" });
    await change(id, wish);
    const view = await viewRecord(await world.services(), staff, id);
    expect(view?.loginLinks.map(({ state }) => state)).toEqual(states);
    const live = await world.db.prisma.token.count({
      where: { patientId: id, purpose: "login_link", replacedAt: null },
    });
    expect(live).toBe(states[0] === "replaced" ? 0 : 1);
  });
});
