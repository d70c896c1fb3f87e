import { describe, expect, it } from "vitest";
import { GET as listFactors } from "@/app/api/account/factors/route";
import { POST as completeLink } from "@/app/api/factor-links/complete/route";
import { POST as openLink } from "@/app/api/factor-links/route";
import { POST as resetFactors } from "@/app/api/logins/[id]/reset-factors/route";
import { inviteAdmin } from "@/features/people/invite-admin";
import { makePerson, makeSession } from "../../support/people";
import { shownBy } from "../../support/shown-by";
import { softwareAuthenticator } from "../../support/software-authenticator";
import { makePractice, openWorld } from "../../support/world";
import { openBrowser, otherCode, sentSecrets } from "./browser";
import { audited, mailsOf } from "./factor-scene";
import { addAuthenticator, authenticatorCode, password, registeredPatient } from "./people";

const world = await openWorld();

/** A practice with an admin at work and somebody whose phone is lost. */
async function scene() {
  const { id: practiceId } = await makePractice(world);
  const admin = await makePerson(world, practiceId, { role: "admin" });
  const kim = await makePerson(world, practiceId, {
    role: "staff",
    password,
    email: `kim.${practiceId.slice(-8)}@mail.example.com`,
  });
  await addAuthenticator(world, kim.loginId);
  const token = await makeSession(world, practiceId, admin, "admin");
  const atDesk = openBrowser(world, new Map([["archway-session", token]]));
  const reset = (id = kim.loginId) => atDesk.send(resetFactors, { params: { id } });
  const link = async () => (await sentSecrets(world, practiceId, "factor_link")).at(-1) ?? "";
  return { practiceId, admin, kim, atDesk, reset, link };
}

describe("R13: somebody of the practice who lost every factor", () => {
  it("is logged out everywhere by the reset, and cannot log in before the link was used", async () => {
    const { practiceId, kim, reset } = await scene();
    const inside = openBrowser(world);
    await inside.password(kim.loginName, password);
    await inside.code(await authenticatorCode(world));
    expect((await reset()).status).toBe(200);
    expect(await inside.whoAmI()).toEqual({});
    const tried = await openBrowser(world).password(kim.loginName, password);
    expect([tried.status, tried.body.error.code]).toEqual([403, "factor_missing"]);
    expect(await mailsOf(world, practiceId, "factors_reset")).toBe(1);
    expect(await mailsOf(world, practiceId, "factor_link")).toBe(1);
    const [entry] = await audited(world, practiceId, "factor.reset");
    expect(entry?.detail).toEqual({ by: "admin", factors: 1 });
  });

  it("comes back with the link, the password and a new app, and is logged in by none of it", async () => {
    const { practiceId, kim, reset, link } = await scene();
    const answer = await reset();
    expect(Object.keys(answer.body)).toEqual(["expiresAt"]);
    const token = await link();
    const browser = openBrowser(world);
    const opened = await browser.send(openLink, { body: { token, password } });
    expect(opened.status).toBe(200);
    const { id, secret } = opened.body;
    const code = await shownBy(world, secret);
    const wrong = await browser.send(completeLink, { body: { token, id, code: otherCode(code) } });
    expect(wrong.status).toBe(422);
    const done = await browser.send(completeLink, { body: { token, id, code } });
    expect(done.body.recoveryCodes).toHaveLength(10);
    expect(await browser.whoAmI()).toEqual({});
    expect(await mailsOf(world, practiceId, "factor_added")).toBe(1);
    const cut = await browser.send(openLink, { body: { token: token.slice(0, -1), password } });
    expect([cut.status, cut.body.error.code]).toEqual([410, "link_unknown"]);
    const used = await browser.send(openLink, { body: { token, password } });
    expect([used.status, used.body.error.code]).toEqual([410, "link_used"]);
    await world.advance("PT31S");
    await browser.password(kim.loginName, password);
    expect((await browser.code(await shownBy(world, secret))).status).toBe(200);
    expect((await browser.send(listFactors)).body.items).toHaveLength(1);
  });

  it("comes back with a passkey as well: a false one leaves the link open, a right one opens the login", async () => {
    const { practiceId, kim, reset, link } = await scene();
    await reset();
    const token = await link();
    const browser = openBrowser(world);
    const { passkey, id: appId } = (await browser.send(openLink, { body: { token, password } }))
      .body;
    const sent = (body: object) => browser.send(completeLink, { body: { token, ...body } });
    const elsewhere = softwareAuthenticator({ origin: "https://evil.example.com" });
    const forged = { id: passkey.id, attestation: elsewhere.create(passkey.options) };
    expect((await sent(forged)).body.error.code).toBe("passkey_refused");
    const device = softwareAuthenticator();
    const attestation = device.create(passkey.options);
    expect((await sent({ id: appId, attestation })).status).toBe(404);
    const done = await sent({ id: passkey.id, attestation });
    expect(done.body.recoveryCodes).toHaveLength(10);
    expect((await sent({ id: passkey.id, attestation })).body.error.code).toBe("link_used");
    expect((await browser.password(kim.loginName, password)).body).toMatchObject({
      factor: "passkey",
      factors: ["passkey", "recovery_code"],
    });
    const [entry] = await audited(world, practiceId, "factor.added");
    expect(entry?.detail).toEqual({ factor: "passkey", by: "link" });
  });

  it("needs the password beside the link; wrong ones lock like at the login (S5)", async () => {
    const { practiceId, kim, reset, link } = await scene();
    await reset();
    const token = await link();
    const browser = openBrowser(world);
    const codes: string[] = [];
    for (let number = 0; number < 6; number += 1) {
      const tried = await browser.send(openLink, { body: { token, password: "not my password" } });
      codes.push(tried.body.error.code);
    }
    expect(codes).toEqual([...Array(5).fill("wrong_link_password"), "locked"]);
    // S19: the lock, and the try during it, are in the log as at the login.
    const [lock] = await audited(world, practiceId, "login.locked");
    expect(lock?.detail).toEqual({ minutes: 15, alert: false });
    expect(await audited(world, practiceId, "login.refused_while_locked")).toHaveLength(1);
    expect((await browser.send(openLink, { body: { token, password } })).status).toBe(423);
    expect((await openBrowser(world).password(kim.loginName, password)).status).toBe(423);
  });

  it("has one link that counts, the newest, for 24 hours", async () => {
    const { reset, link } = await scene();
    await reset();
    const first = await link();
    await reset();
    const second = await link();
    const browser = openBrowser(world);
    const replaced = await browser.send(openLink, { body: { token: first, password } });
    expect(replaced.body.error.code).toBe("link_used");
    await world.advance("PT24H");
    const late = await browser.send(openLink, { body: { token: second, password } });
    expect(late.body.error.code).toBe("factor_link_expired");
  });

  it("S22: has no way back by an older link once a set-up link from the command line was made", async () => {
    const { practiceId, reset } = await scene();
    const boss = await makePerson(world, practiceId, {
      role: "admin",
      password,
      email: `boss.${practiceId.slice(-8)}@mail.example.com`,
    });
    await addAuthenticator(world, boss.loginId);
    expect((await reset(boss.loginId)).status).toBe(200);
    const token = (await sentSecrets(world, practiceId, "factor_link")).at(-1) ?? "";
    const opened = () => openBrowser(world).send(openLink, { body: { token, password } });
    expect((await opened()).status).toBe(200);
    const { shortName: practice } = await world.db.prisma.practice.findUniqueOrThrow({
      where: { id: practiceId },
    });
    const invited = await inviteAdmin(await world.services(), {
      practice,
      firstName: "Bo",
      lastName: "Ss",
      email: "boss@mail.example.com",
      mobile: "+46701740605",
      loginName: boss.loginName,
    });
    expect(invited).toMatchObject({ ok: true, value: { again: true } });
    // As if the login had been set up anew.
    await world.db.prisma.login.update({
      where: { id: boss.loginId },
      data: { status: "active" },
    });
    expect((await opened()).body.error.code).toBe("link_used");
  });

  it("of two last steps at once one uses the link up", async () => {
    const { reset, link } = await scene();
    await reset();
    const token = await link();
    const browser = openBrowser(world);
    const { id, secret } = (await browser.send(openLink, { body: { token, password } })).body;
    const body = { token, id, code: await shownBy(world, secret) };
    const both = await Promise.all([
      browser.send(completeLink, { body }),
      openBrowser(world).send(completeLink, { body }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  it("is reset by an admin of the own practice alone, never by themselves, and freshly proved (S11, S12)", async () => {
    const { kim, admin, practiceId, reset } = await scene();
    const neighbour = await scene();
    expect((await neighbour.reset(kim.loginId)).status).toBe(404);
    expect((await reset(admin.loginId)).body.error.code).toBe("own_login");
    const robin = await registeredPatient(world, { practiceId });
    expect((await reset(robin.loginId)).status).toBe(404);
    const token = await makeSession(world, practiceId, kim, "staff");
    const staff = openBrowser(world, new Map([["archway-session", token]]));
    const tried = await staff.send(resetFactors, { params: { id: admin.loginId } });
    expect(tried.status).toBe(403);
    await world.advance("PT11M");
    expect((await reset()).body.error.code).toBe("step_up_required");
  });
});
