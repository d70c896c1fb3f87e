import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { findLogin } from "@/features/access/login/find-login";
import { clinic, withStepUp } from "@/features/access/route-gates";
import { waiveMobileWait } from "@/features/records/waive-mobile-wait";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "../access/browser";
import { password } from "../access/people";
import { type ContactDesk, openContactDesk } from "./contact-desk";

const world = await openWorld();
let desk: ContactDesk;

beforeEach(async () => {
  desk = await openContactDesk(world);
});

describe("S8: staff change the mobile of somebody registered", () => {
  const newMobile = "+46701740988";

  it("old number and mail are told; the new one receives no code for 24 hours, then it does", async () => {
    const robin = await desk.registered();
    await desk.change(robin.patientId, { mobile: newMobile });
    expect(
      (await desk.deliveries()).map(({ kind, purpose, recipient }) => [kind, purpose, recipient]),
    ).toEqual([
      ["mail", "mobile_changed_by_practice", robin.email],
      ["sms", "mobile_changed_by_practice", robin.mobile],
      ["pms_update", "record_changes", "pms"],
    ]);
    expect(await desk.read(robin.patientId)).toMatchObject({ mobileVerifiedAt: null });
    const early = await openBrowser(world).password(robin.loginName, password);
    expect(early.body.error?.code).toBe("factor_missing");
    expect(await sentSecrets(world, desk.practice.id, "login_code")).toHaveLength(0);
    await world.advance("PT24H");
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
    const [code] = (await desk.deliveries()).filter(({ purpose }) => purpose === "login_code");
    expect(code?.recipient).toBe(newMobile);
  });

  it("a code on its way to the old number lets nobody in any more", async () => {
    const robin = await desk.registered();
    const thief = openBrowser(world);
    await thief.password(robin.loginName, password);
    const [code = ""] = await sentSecrets(world, desk.practice.id, "login_code");
    await desk.change(robin.patientId, { mobile: newMobile });
    expect((await thief.code(code)).status).not.toBe(200);
    expect(await thief.whoAmI()).toEqual({});
  });

  it("an admin may waive the wait, with a reason in the audit log; once", async () => {
    const robin = await desk.registered();
    await desk.change(robin.patientId, { mobile: newMobile });
    const admin = await makeClinicActor(world, desk.practice.id, "admin");
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
    const [entry] = await inPractice(world.db, desk.practice.id, (tx) =>
      tx.auditEntry.findMany({ where: { action: "mobile_wait.waived" } }),
    );
    expect(entry).toMatchObject({ actorRole: "admin", detail: { reason: wish.reason } });
    const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
    expect(await waiveMobileWait(services, stranger, wish)).toMatchObject({ reason: "not_found" });
  });

  it("only an admin passes the waiver's gate", async () => {
    const gate = withStepUp(clinic("admin"));
    const { now } = await world.services();
    expect(gate.admit({ session: desk.staff, cookies: new Map(), input: {}, now })).toMatchObject({
      reason: "not_allowed",
    });
  });

  it("the number of somebody registered is replaced, not taken away", async () => {
    const robin = await desk.registered();
    expect(await desk.change(robin.patientId, { mobile: "" })).toMatchObject({
      reason: "mobile_needed",
    });
  });
});
