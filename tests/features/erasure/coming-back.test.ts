import { beforeAll, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { enterCode } from "@/features/registration/code/enter-code";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { startRegistration } from "@/features/registration/details/start-registration";
import { findLoginLink } from "@/features/registration/links/login-link-token";
import { lockRecord } from "@/features/registration/logins/lock-record";
import { renameLogin } from "@/features/registration/logins/rename-login";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { openBrowser } from "../access/browser";
import { browserOf, recordOf } from "../account/browser-of";
import {
  anna,
  makeAnna,
  newestSecret,
  PASSWORD,
  publishTerms,
  reachTerms,
  TERMS,
  visitor,
  warmPasswords,
} from "../registration/walk";
import { eraseIn } from "./erasure-world";

const world = await openWorld();

beforeAll(warmPasswords);

async function annasPractice() {
  const practice = await makePractice(world);
  await publishTerms(world, practice);
  return { practice, patientId: await makeAnna(world, practice) };
}

/** Registers Anna by herself; answers her login. */
async function register(practice: PracticeMade, patientId: string) {
  const browser = await reachTerms(world, practice);
  const done = await acceptTerms(await world.services(), browser, { version: TERMS.version });
  if (!done.ok) throw new Error(done.reason);
  const { loginId } = await recordOf(world, practice.id, patientId);
  const where = { id: loginId ?? "" };
  const { id, loginName, personId } = await world.db.prisma.login.findUniqueOrThrow({ where });
  const membership = await inPractice(world.db, practice.id, (tx) =>
    tx.membership.findFirstOrThrow({ where: { loginId: id } }),
  );
  return {
    practiceId: practice.id,
    loginId: id,
    loginName,
    personId,
    membershipId: membership.id,
  };
}

const personOf = (id: string) => world.db.prisma.person.findUniqueOrThrow({ where: { id } });

describe("S23: coming back after one's login was deleted", () => {
  it("R1: the same details register again, with a new login and a name nobody had", async () => {
    const { practice, patientId } = await annasPractice();
    const first = await register(practice, patientId);
    await eraseIn(await browserOf(world, first), first.loginName);
    expect(await personOf(first.personId)).toMatchObject({ firstName: "", lastName: "" });

    const second = await register(practice, patientId);
    expect(second.loginId).not.toBe(first.loginId);
    expect(second.loginName).not.toBe(first.loginName);
    // The same patient: what was written before is theirs again.
    expect(second.personId).toBe(first.personId);
    const { firstName, lastName } = anna;
    expect(await personOf(second.personId)).toMatchObject({ firstName, lastName, erasedAt: null });
    expect(await recordOf(world, practice.id, patientId)).toMatchObject({
      portalStatus: "registered",
      loginId: second.loginId,
    });
    const browser = openBrowser(world);
    expect((await browser.password(second.loginName, PASSWORD)).status).toBe(200);
    expect((await browser.password(first.loginName, PASSWORD)).status).toBe(401);
  });

  it("R12: staff cannot give the erased name to anybody; only its digest is kept", async () => {
    const { practice, patientId } = await annasPractice();
    const login = await register(practice, patientId);
    await eraseIn(await browserOf(world, login), login.loginName);
    const services = await world.services();
    const other = await makeAnna(world, practice, { email: "o@example.com", lastName: "Other" });
    const renamed = await inPractice(world.db, practice.id, async (tx) => {
      const record = await lockRecord(tx, practice.id, other);
      if (!record) throw new Error("no record");
      return renameLogin(tx, services, record, login.loginName, "en");
    });
    expect(renamed).toEqual({ ok: false, reason: "login_name_taken" });
    const kept = await world.db.prisma.erasedLoginName.findMany();
    expect(kept.map(({ digest }) => digest.length)).toContain(32);
  });

  it("S9: an open login link dies with the login, mid-way too, and staff can make a new one", async () => {
    const { practice, patientId } = await annasPractice();
    const login = await register(practice, patientId);
    const staff = await makeClinicActor(world, practice.id, "staff");
    const newLink = async () => {
      const wish = { id: patientId, deliver: "show" as const };
      const made = await createLoginLink(await world.services(), staff, wish);
      if (!made.ok) throw new Error(made.reason);
      return made.value.url?.split("/").at(-1) ?? "";
    };
    const fateOf = async (token: string) =>
      (await findLoginLink(await world.services(), token))?.use;
    const link = await newLink();
    const begun = await startRegistration(await world.services(), visitor(), {
      linkToken: link,
      dateOfBirth: anna.dateOfBirth,
    });
    if (!begun.ok) throw new Error(begun.reason);
    const code = await newestSecret(world, practice, "registration_code");
    await eraseIn(await browserOf(world, login), login.loginName);
    expect(await fateOf(link)).toEqual({ ok: false, reason: "link_replaced" });
    const midway = visitor(begun.value.token ?? "");
    expect((await enterCode(await world.services(), midway, { code })).ok).toBe(false);
    expect(await fateOf(await newLink())).toMatchObject({ ok: true });
  });
});
