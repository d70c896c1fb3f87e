import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { clinic, withStepUp } from "@/features/access/route-gates";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { changeContact } from "@/features/records/change-contact";
import { viewRecord } from "@/features/records/view-record";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { anna, makeAnna } from "../registration/walk";
import { type ContactDesk, openContactDesk } from "./contact-desk";

const world = await openWorld();
let desk: ContactDesk;

beforeEach(async () => {
  desk = await openContactDesk(world);
});

describe("R17: staff change how a patient is reached", () => {
  it("every field, audited by name, and the practice's system is told", async () => {
    const id = await makeAnna(world, desk.practice);
    const answer = await desk.change(id, {
      mobile: "0176 40690044",
      home: "030 12345678",
      email: "New.Anna@Example.com",
    });
    expect(answer).toEqual({ ok: true, value: { changed: ["email", "homePhone", "mobilePhone"] } });
    expect(await desk.read(id)).toMatchObject({
      mobilePhone: "+4917640690044",
      homePhone: "+493012345678",
      email: "new.anna@example.com",
      version: 2,
    });
    expect(await desk.deliveries()).toEqual([
      { kind: "pms_update", purpose: "record_changes", recipient: "pms" },
    ]);
    const told = await inPractice(world.db, desk.practice.id, (tx) =>
      tx.recordChange.findMany({ where: { patientId: id }, orderBy: { field: "asc" } }),
    );
    expect(told.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["email", anna.email, "new.anna@example.com"],
      ["homePhone", null, "+493012345678"],
      ["mobilePhone", anna.mobile, "+4917640690044"],
    ]);
    const [entry] = await inPractice(world.db, desk.practice.id, (tx) =>
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
    const id = await makeAnna(world, desk.practice);
    expect(await desk.change(id, { [field]: typed })).toMatchObject({ ok: false, reason });
    expect(await desk.read(id)).toMatchObject({ mobilePhone: anna.mobile, version: 1 });
  });

  it("a landline that stands in the mobile field may stay while something else changes", async () => {
    const id = await makeAnna(world, desk.practice, { mobile: "+493012345678" });
    expect(
      await desk.change(id, { mobile: "030 12345678", email: "other@example.com" }),
    ).toMatchObject({
      value: { changed: ["email"] },
    });
  });

  it("the second tab does not undo the first", async () => {
    const id = await makeAnna(world, desk.practice);
    const services = await world.services();
    const answers = await Promise.all(
      ["a@example.com", "b@example.com"].map((email) =>
        changeContact(services, desk.staff, { id, version: 1, email }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "record_changed" });
  });

  it("S12: another practice's staff find no such record", async () => {
    const id = await makeAnna(world, desk.practice);
    const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
    expect(await desk.change(id, { email: "x@example.com" }, stranger)).toMatchObject({
      reason: "not_found",
    });
    expect(await desk.read(id)).toMatchObject({ email: anna.email });
  });

  it("S8: the login keeps its e-mail until the new one is confirmed; the old address is told", async () => {
    const robin = await desk.registered();
    await desk.change(robin.patientId, { email: "fresh@example.com" });
    expect(await desk.deliveries()).toContainEqual({
      kind: "mail",
      purpose: "email_changed_by_practice",
      recipient: robin.email,
    });
    const login = await world.db.prisma.login.findUniqueOrThrow({ where: { id: robin.loginId } });
    expect(login.email).toBe(robin.email);
    expect(await desk.read(robin.patientId)).toMatchObject({
      email: "fresh@example.com",
      emailVerifiedAt: null,
    });
  });

  it("S11: it takes a factor given within ten minutes", async () => {
    const gate = withStepUp(clinic("staff", "admin"));
    const visit = { session: desk.staff, cookies: new Map(), input: {} };
    expect(gate.admit({ ...visit, now: desk.staff.factorAt.add({ minutes: 10 }) })).toMatchObject({
      reason: "step_up_required",
    });
  });
});

describe("S9: login links die", () => {
  it.each([
    ["the mobile", { mobile: "+4917640690044" }, ["replaced"]],
    ["the e-mail", { email: "other@example.com" }, ["replaced"]],
    ["nothing that a link goes by", { home: "+493012345678" }, ["shown"]],
  ])("when %s changes: %o", async (_name, wish, states) => {
    const id = await makeAnna(world, desk.practice);
    await createLoginLink(await world.services(), desk.staff, { id, deliver: "show" });
    await desk.change(id, wish);
    const view = await viewRecord(await world.services(), desk.staff, id);
    expect(view?.loginLinks.map(({ state }) => state)).toEqual(states);
    const live = await world.db.prisma.token.count({
      where: { patientId: id, purpose: "login_link", replacedAt: null },
    });
    expect(live).toBe(states[0] === "replaced" ? 0 : 1);
  });
});
