import { beforeAll, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { makePractice, openWorld } from "../../support/world";
import { guardianScene, nora, registeredGuardian } from "../guardians/guardian-world";
import {
  anna,
  makeAnna,
  publishTerms,
  reachCode,
  reachTerms,
  secretsOf,
  TERMS,
  warmPasswords,
} from "./walk";

const world = await openWorld();
const hints = (practice: Parameters<typeof secretsOf>[1]) =>
  secretsOf(world, practice, "already_registered");

beforeAll(warmPasswords);

async function registeredAnna() {
  const practice = await makePractice(world);
  await publishTerms(world, practice);
  await makeAnna(world, practice);
  const browser = await reachTerms(world, practice);
  await acceptTerms(await world.services(), browser, { version: TERMS.version });
  return practice;
}

describe("S2, R12: somebody who has a login registers again", () => {
  it("gets the code screen and no text; the mail to the login's own address says it, once a day", async () => {
    const practice = await registeredAnna();
    const texts = async () => (await secretsOf(world, practice, "registration_code")).length;
    const before = await texts();
    await world.advance("PT61S");
    const { confirmed } = await reachCode(world, practice);
    expect(confirmed).toEqual({ ok: true, value: { step: "code" } });
    expect(await texts()).toBe(before);
    expect(await hints(practice)).toMatchObject([{ kind: "mail", to: anna.email }]);
    await world.advance("PT61S");
    await reachCode(world, practice);
    expect(await hints(practice)).toHaveLength(1);
    await world.advance("PT24H");
    await reachCode(world, practice);
    expect(await hints(practice)).toHaveLength(2);
  });

  it("at one time in two tabs, is told once", async () => {
    const practice = await registeredAnna();
    await world.advance("PT61S");
    await Promise.all([reachCode(world, practice), reachCode(world, practice)]);
    expect(await hints(practice)).toHaveLength(1);
  });

  it("R10: as a guardian without an own record too, and only with all four details", async () => {
    const guardians = await guardianScene(world);
    const { practice } = guardians;
    await registeredGuardian(world, guardians);
    await world.advance("PT61S");
    await reachCode(world, practice, { ...nora, dateOfBirth: "1984-03-28" });
    await reachCode(world, practice, { ...nora, email: "somebody.else@example.com" });
    expect(await hints(practice)).toEqual([]);
    await world.advance("PT61S");
    await reachCode(world, practice, nora);
    expect(await hints(practice)).toMatchObject([{ kind: "mail", to: nora.email }]);
  });

  it("is no mail for a stranger, a record without a login, or another practice's patient", async () => {
    await registeredAnna();
    const practice = await makePractice(world);
    await reachCode(world, practice);
    await makeAnna(world, practice);
    await world.advance("PT61S");
    await reachCode(world, practice);
    expect(await hints(practice)).toEqual([]);
    const all = await inPractice(world.db, practice.id, (tx) => tx.delivery.count());
    // The text to the record's own number.
    expect(all).toBe(1);
  });
});
