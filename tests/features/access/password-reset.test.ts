import { describe, expect, it } from "vitest";
import { POST as complete } from "@/app/api/password-resets/complete/route";
import { POST as request } from "@/app/api/password-resets/route";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { readResetLink } from "@/features/access/passwords/complete-password-reset";
import { newToken } from "@/security/tokens";
import { makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "./browser";
import { password, registeredPatient } from "./people";

const world = await openWorld({ limits: "default" });
const fresh = "seven quiet harbours glow";

async function ask(email: string) {
  return openBrowser(world).send(request, { body: { email } });
}

async function linkOf(practiceId: string): Promise<string> {
  return (await sentSecrets(world, practiceId, "password_reset")).at(-1) ?? "";
}

function finish(token: string, wish: { password?: string; again?: string } = {}) {
  const typed = wish.password ?? fresh;
  const body = { token, password: typed, passwordAgain: wish.again ?? typed };
  return openBrowser(world).send(complete, { body });
}

describe("R15: a password reset", () => {
  it("answers the same, in the same time, for addresses known and unknown", async () => {
    const robin = await registeredPatient(world);
    const seen = [];
    for (const email of [robin.email.toUpperCase(), "nobody@mail.example.com"]) {
      const startedMs = performance.now();
      const { status, body, headers } = await ask(email);
      expect(performance.now() - startedMs).toBeGreaterThanOrEqual(345);
      seen.push({ status, body, headers: [...headers.keys()].sort() });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(await sentSecrets(world, robin.practiceId, "password_reset")).toHaveLength(1);
  });

  it("sets the new password, ends sessions and links, lifts the lock, tells by mail, and logs nobody in", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    const token = await makeSession(world, practiceId, robin, "patient");
    await openLoginLink(practiceId, patientId);
    for (let number = 0; number < 5; number += 1)
      await openBrowser(world).password(robin.loginName, "wrong");
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(423);
    await ask(robin.email);
    const done = await finish(await linkOf(practiceId));
    expect([done.status, done.body]).toEqual([200, { completed: true }]);
    expect(done.headers.getSetCookie()).toEqual([]);
    const old = openBrowser(world, new Map([["archway-session", token]]));
    expect(await old.whoAmI()).toEqual({});
    const links = await world.db.prisma.token.findMany({ where: { patientId } });
    expect(links.every(({ replacedAt }) => replacedAt !== null)).toBe(true);
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(401);
    const again = await openBrowser(world).password(robin.loginName, fresh);
    expect([again.status, again.body.factor]).toEqual([200, "sms"]);
    const mails = await inPractice(world.db, practiceId, (tx) =>
      tx.delivery.count({ where: { practiceId, purpose: "password_changed" } }),
    );
    expect(mails).toBe(1);
  });

  it("S7: opening the link uses nothing up; using it does, and only the newest works", async () => {
    const robin = await registeredPatient(world);
    await ask(robin.email);
    const first = await linkOf(robin.practiceId);
    expect((await readResetLink(await world.services(), first)).ok).toBe(true);
    expect((await readResetLink(await world.services(), first)).ok).toBe(true);
    await ask(robin.email);
    const second = await linkOf(robin.practiceId);
    const replaced = await finish(first);
    expect([replaced.status, replaced.body.error.code]).toEqual([410, "link_used"]);
    expect((await finish(second)).status).toBe(200);
    expect((await finish(second)).body.error.code).toBe("link_used");
  });

  it("S7: lasts 30 minutes", async () => {
    const robin = await registeredPatient(world);
    await ask(robin.email);
    const token = await linkOf(robin.practiceId);
    await world.advance("PT30M");
    const late = await finish(token);
    expect([late.status, late.body.error.code]).toEqual([410, "link_expired"]);
  });

  it("of one link by ten browsers at one time succeeds once", async () => {
    const robin = await registeredPatient(world);
    await ask(robin.email);
    const token = await linkOf(robin.practiceId);
    const tries = await Promise.all(Array.from({ length: 10 }, () => finish(token)));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 410)).toHaveLength(9);
  });

  it.each([
    ["short", "password_too_short"],
    ["x".repeat(129), "password_too_long"],
    ["password1234", "password_common"],
    ["Robin-Robin-Example", "password_personal"],
  ])("R16: refuses %s at its field and leaves the link as it was", async (typed, code) => {
    const robin = await registeredPatient(world);
    await world.db.prisma.person.update({
      where: { id: robin.personId },
      data: { firstName: "Robin" },
    });
    await ask(robin.email);
    const token = await linkOf(robin.practiceId);
    const answer = await finish(token, { password: typed });
    expect([answer.status, answer.body.error.code]).toEqual([422, code]);
    expect(answer.body.error.fields).toHaveProperty("password");
    expect((await finish(token)).status).toBe(200);
  });

  it("R15: asks for the same password twice", async () => {
    const robin = await registeredPatient(world);
    await ask(robin.email);
    const answer = await finish(await linkOf(robin.practiceId), { again: "something else here" });
    expect([answer.status, answer.body.error.code]).toEqual([422, "passwords_differ"]);
    expect(answer.body.error.fields).toHaveProperty("passwordAgain");
  });

  it("S7: mails a login three times an hour at most, silently", async () => {
    const robin = await registeredPatient(world);
    const answers = [];
    for (let number = 0; number < 5; number += 1) answers.push(await ask(robin.email));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await sentSecrets(world, robin.practiceId, "password_reset")).toHaveLength(3);
    await world.advance("PT61M");
    await ask(robin.email);
    expect(await sentSecrets(world, robin.practiceId, "password_reset")).toHaveLength(4);
  });

  it("S7: one mail lists every login that shares the address", async () => {
    const email = "family@mail.example.com";
    const robin = await registeredPatient(world, { email });
    const kim = await registeredPatient(world, { email, practiceId: robin.practiceId });
    await ask(email);
    const [secret = "", ...more] = await sentSecrets(world, robin.practiceId, "password_reset");
    expect(more).toEqual([]);
    const [first = "", second = ""] = secret.split(" ");
    const services = await world.services();
    expect(await readResetLink(services, first)).toMatchObject({
      value: { loginName: robin.loginName },
    });
    expect(await readResetLink(services, second)).toMatchObject({
      value: { loginName: kim.loginName },
    });
  });

  it("is worth nothing with a login link's token, or any other", async () => {
    const robin = await registeredPatient(world);
    const loginLink = await openLoginLink(robin.practiceId, robin.patientId);
    for (const token of [loginLink, "", "a", "A".repeat(43)]) {
      const answer = await finish(token);
      expect([410, 422]).toContain(answer.status);
    }
  });
});

/** A live login link of a patient (S9); answers its token. */
async function openLoginLink(practiceId: string, patientId: string): Promise<string> {
  const services = await world.services();
  const { token, digest } = newToken(services.random);
  await world.db.prisma.token.create({
    data: {
      purpose: "login_link",
      digest,
      practiceId,
      patientId,
      createdAt: fromInstant(services.now),
      expiresAt: fromInstant(services.now.add({ hours: 24 })),
    },
  });
  return token;
}
