import { beforeAll, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import {
  guardianScene,
  invite,
  nora,
  registeredGuardian,
  sessionOf,
} from "../guardians/guardian-world";
import { PASSWORD, reachCode, reachTerms, secretsOf, TERMS, warmPasswords } from "./walk";

const world = await openWorld();

beforeAll(warmPasswords);

/** Nora, the guardian of a child, and the record that the practice has made for herself since. */
async function scene(wish: { email?: string; mobilePhone?: string } = {}) {
  const guardians = await guardianScene(world);
  await registeredGuardian(world, guardians);
  const { practice } = guardians;
  const { mobile, ...details } = nora;
  const patientId = await makePatient(world, practice.id, {
    ...details,
    mobilePhone: mobile,
    ...wish,
  });
  const logins = () =>
    world.db.prisma.login.findMany({
      where: { homePracticeId: practice.id, person: { lastName: nora.lastName } },
      orderBy: { createdAt: "asc" },
      select: { id: true, personId: true, loginName: true, credential: true },
    });
  const record = () =>
    inPractice(world.db, practice.id, (tx) =>
      tx.patient.findUniqueOrThrow({
        where: { practiceId_id: { practiceId: practice.id, id: patientId } },
        select: { loginId: true, personId: true, portalStatus: true },
      }),
    );
  return { guardians, practice, patientId, logins, record };
}

describe("R10, R12: a guardian who becomes a patient", () => {
  it("registers and has one login: the record joins it, the children stay, earlier sessions end", async () => {
    const { guardians, practice, patientId, logins, record } = await scene();
    const [before] = await logins();
    const open = await sessionOf(world, guardians, before?.loginName ?? "");
    const browser = await reachTerms(world, practice, nora);
    const services = await world.services();
    const done = await acceptTerms(services, browser, { version: TERMS.version });
    expect(done).toMatchObject({ ok: true, value: { loginName: before?.loginName } });
    const [after, another] = await logins();
    expect(another).toBeUndefined();
    expect(await record()).toEqual({
      loginId: after?.id,
      personId: after?.personId,
      portalStatus: "registered",
    });
    // The password typed last is the one that works; like after a reset, nobody is still logged in.
    const hash = after?.credential?.passwordHash ?? null;
    expect(await services.passwords.verify(hash, PASSWORD)).toMatchObject({
      value: { matches: true },
    });
    expect(hash).not.toBe(before?.credential?.passwordHash);
    expect(await open.open()).toBeNull();
    expect(await secretsOf(world, practice, "password_changed")).toHaveLength(1);
    const members = await inPractice(world.db, practice.id, (tx) =>
      tx.membership.findMany({
        where: { loginId: after?.id ?? "", endedAt: null },
        orderBy: { role: "asc" },
        select: { role: true, patientId: true },
      }),
    );
    expect(members).toContainEqual({ role: "patient", patientId });
    expect(await inPractice(world.db, practice.id, (tx) => tx.guardianship.count())).toBe(1);
  });

  it("S2: until the end everything is as for anybody: no mail, no change, the same steps", async () => {
    const { practice, logins, record } = await scene();
    const [before] = await logins();
    const mails = async () => (await secretsOf(world, practice, "password_changed")).length;
    const { confirmed } = await reachCode(world, practice, nora);
    expect(confirmed).toEqual({ ok: true, value: { step: "code" } });
    await reachTerms(world, practice, nora);
    expect(await logins()).toEqual([before]);
    expect(await record()).toMatchObject({ loginId: null, portalStatus: "none" });
    expect(await mails()).toBe(0);
  });

  it("is nobody's guess: with another number on the record it is a person of its own", async () => {
    const other = "+4917640690032";
    const { practice, logins } = await scene({ mobilePhone: other });
    const browser = await reachTerms(world, practice, { ...nora, mobile: other });
    const done = await acceptTerms(await world.services(), browser, { version: TERMS.version });
    expect(done.ok).toBe(true);
    const people = (await logins()).map(({ personId }) => personId);
    expect(new Set(people).size).toBe(2);
  });

  it("S8: is left to the practice while the login's number was changed less than a day ago", async () => {
    const { practice, logins, record } = await scene();
    const [before] = await logins();
    const services = await world.services();
    await world.db.prisma.login.update({
      where: { id: before?.id ?? "" },
      data: { mobileUsableFromAt: new Date(services.now.epochMilliseconds + 3_600_000) },
    });
    const browser = await reachTerms(world, practice, nora);
    const done = await acceptTerms(services, browser, { version: TERMS.version });
    expect(done).toMatchObject({ ok: false, reason: "practice_decides" });
    expect(await logins()).toEqual([before]);
    expect(await record()).toMatchObject({ loginId: null, portalStatus: "none" });
  });

  it("of two registrations at once one succeeds, on the one login", async () => {
    const { practice, logins } = await scene();
    const browsers = [
      await reachTerms(world, practice, nora),
      await reachTerms(world, practice, nora),
    ];
    const services = await world.services();
    const both = await Promise.all(
      browsers.map((browser) => acceptTerms(services, browser, { version: TERMS.version })),
    );
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await logins()).toHaveLength(1);
  });

  it("invited for another child meanwhile, the guardian is the same person still", async () => {
    const { guardians, practice, logins, record } = await scene();
    const sister = await makePatient(world, practice.id, {
      firstName: "Ida",
      dateOfBirth: guardians.born,
    });
    const made = await invite(world, guardians, { id: sister });
    expect(made).toMatchObject({ ok: true, value: { state: "added" } });
    const [only, another] = await logins();
    expect(another).toBeUndefined();
    expect(await record()).toMatchObject({ personId: only?.personId, portalStatus: "none" });
  });
});
