import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { lockedLogins } from "@/features/access/lock/locked-logins";
import { unlockLogin } from "@/features/access/lock/unlock-login";
import { repairCount } from "@/features/repairs/repair-count";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { openBrowser, otherCode, sentSecrets } from "./browser";
import { password, type Registered, registeredPatient } from "./people";

const world = await openWorld();
const wrong = "not the password at all";

async function fail(name: string, times: number) {
  const answers = [];
  for (let number = 0; number < times; number += 1)
    answers.push(await openBrowser(world).password(name, wrong));
  return answers;
}

async function locked(actor: ClinicActor) {
  const services = await world.services();
  return inPractice(world.db, actor.practiceId, (tx) =>
    lockedLogins(tx, services, actor.practiceId),
  );
}

async function setStreak({ loginId }: Registered, failures: number) {
  const { now } = await world.services();
  await world.db.prisma.lockCounter.updateMany({
    where: { loginId },
    data: { consecutiveFailures: failures, lastFailureAt: fromInstant(now), lockedUntilAt: null },
  });
}

async function scene() {
  const robin = await registeredPatient(world);
  const staff = await makeClinicActor(world, robin.practiceId, "staff");
  return { robin, staff };
}

describe("R14, S5: staff lift a lock", () => {
  const reason = "Called, knew birth date and street";

  it("at once, with the streak, a reason in the audit log and a mail to the person", async () => {
    const { robin, staff } = await scene();
    await fail(robin.loginName, 5);
    expect(await locked(staff)).toMatchObject([
      {
        loginId: robin.loginId,
        loginName: robin.loginName,
        patientId: robin.patientId,
        failures: 5,
        lockedUntilAt: expect.any(String),
        isAlert: false,
      },
    ]);
    const services = await world.services();
    expect(await unlockLogin(services, staff, { id: robin.loginId, reason })).toEqual({
      ok: true,
      value: { unlocked: true },
    });
    expect(await locked(staff)).toEqual([]);
    const { mails, entries } = await inPractice(world.db, robin.practiceId, async (tx) => ({
      mails: await tx.delivery.findMany({ where: { purpose: "login_unlocked" } }),
      entries: await tx.auditEntry.findMany({ where: { action: "login.unlocked" } }),
    }));
    expect(mails).toMatchObject([{ kind: "mail", recipient: robin.email }]);
    expect(entries).toMatchObject([
      { actorPersonId: staff.personId, objectId: robin.loginId, detail: { reason } },
    ]);
    // The streak is over: four more failures lock nothing.
    await fail(robin.loginName, 4);
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
  });

  it("of ten failed codes too", async () => {
    const { robin, staff } = await scene();
    for (let challenge = 0; challenge < 2; challenge += 1) {
      const browser = openBrowser(world);
      await browser.password(robin.loginName, password);
      const code = (await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "";
      for (let number = 0; number < 5; number += 1) await browser.code(otherCode(code));
    }
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(423);
    await unlockLogin(await world.services(), staff, { id: robin.loginId, reason });
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
  });

  it("once: two who press at once lift and mail once", async () => {
    const { robin, staff } = await scene();
    await fail(robin.loginName, 5);
    const services = await world.services();
    const wish = { id: robin.loginId, reason };
    const answers = await Promise.all([
      unlockLogin(services, staff, wish),
      unlockLogin(services, staff, wish),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "not_locked" });
    const mails = await inPractice(world.db, robin.practiceId, (tx) =>
      tx.delivery.count({ where: { purpose: "login_unlocked" } }),
    );
    expect(mails).toBe(1);
  });

  it("S12: of their own practice's people alone", async () => {
    const { robin } = await scene();
    await fail(robin.loginName, 5);
    const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
    expect(await locked(stranger)).toEqual([]);
    const wish = { id: robin.loginId, reason };
    expect(await unlockLogin(await world.services(), stranger, wish)).toMatchObject({
      reason: "not_found",
    });
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(423);
  });
});

describe("S5: after a hundred consecutive failures", () => {
  it("staff are alerted while the streak lasts, and every further lock stays 30 minutes", async () => {
    const { robin, staff } = await scene();
    await fail(robin.loginName, 1);
    await setStreak(robin, 99);
    const [hundredth] = await fail(robin.loginName, 1);
    expect(hundredth?.body.error.detail.minutes).toBe(30);
    expect(await repairCount(await world.services(), staff)).toBe(1);
    await world.advance("PT30M");
    // No lock runs, and the alert is still there.
    expect(await locked(staff)).toMatchObject([
      { isAlert: true, failures: 100, lockedUntilAt: null },
    ]);
    const next = await fail(robin.loginName, 5);
    expect(next.at(-1)?.body.error.detail.minutes).toBe(30);
    await world.advance("PT29M");
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(423);
    await world.advance("PT1M1S");
    // Nothing is disabled.
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
    await world.advance("P1D");
    expect(await locked(staff)).toEqual([]);
    expect(await repairCount(await world.services(), staff)).toBe(0);
  });

  it("a colleague's unlock ends the alert", async () => {
    const { robin, staff } = await scene();
    await fail(robin.loginName, 1);
    await setStreak(robin, 120);
    const wish = { id: robin.loginId, reason: "Spoke to them" };
    await unlockLogin(await world.services(), staff, wish);
    expect(await locked(staff)).toEqual([]);
    expect(await repairCount(await world.services(), staff)).toBe(0);
  });
});

describe("S5: known and unknown names behave alike", () => {
  it("a streak of four is forgotten 24 hours after its last failure, for both", async () => {
    const { robin } = await scene();
    for (const name of [robin.loginName, "nobody.is.called.this"]) {
      await fail(name, 4);
      await world.advance("PT23H59M");
      expect((await fail(name, 1)).map(({ body }) => body.error.code)).toEqual([
        "wrong_now_locked",
      ]);
      await world.advance("PT24H");
      const five = await fail(name, 5);
      expect(five.map(({ body }) => body.error.code)).toEqual([
        ...Array(4).fill("wrong_login"),
        "wrong_now_locked",
      ]);
      await world.advance("PT24H");
    }
  });

  it("of tries that come at once, five are looked at and the rest find the lock", async () => {
    const { robin } = await scene();
    for (const name of [robin.loginName, "nobody.comes.at.once"]) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => openBrowser(world).password(name, wrong)),
      );
      const codes = answers.map(({ body }) => body.error.code).toSorted();
      expect(codes).toEqual([
        ...Array(7).fill("locked"),
        ...Array(4).fill("wrong_login"),
        "wrong_now_locked",
      ]);
    }
  });
});
