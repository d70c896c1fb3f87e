import { beforeEach, expect, it } from "vitest";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { repairRegistration } from "@/features/repairs/repair-registration";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import {
  anna,
  makeAnna,
  publishTerms,
  reachCode,
  reachTerms,
  secretsOf,
  TERMS,
  warmPasswords,
} from "../registration/walk";
import { openRepairDesk, type RepairDesk } from "./repair-desk";

const world = await openWorld();
let desk: RepairDesk;
let patientId: string;

beforeEach(async () => {
  await warmPasswords();
  desk = await openRepairDesk(world);
  patientId = await makeAnna(world, desk.practice);
  await publishTerms(world, desk.practice);
  const browser = await reachTerms(world, desk.practice);
  await acceptTerms(await world.services(), browser, { version: TERMS.version });
});

it("R8, S2: a registered patient who registers again is shown to staff, with the login name, and gets no text", async () => {
  const texts = (await secretsOf(world, desk.practice, "registration_code")).length;
  const again = await reachCode(world, desk.practice);
  expect(again.confirmed).toEqual({ ok: true, value: { step: "code" } });
  expect(await secretsOf(world, desk.practice, "registration_code")).toHaveLength(texts);
  const { cause, plan } = await desk.only();
  expect(cause).toBe("already_registered");
  expect(plan).toEqual({
    action: "help_in",
    patientId,
    loginName: expect.stringMatching(/^anna/),
    to: "+49 176 40690001",
  });
});

it("R7, R8: a login link by text helps them, once however often it is pressed", async () => {
  await reachCode(world, desk.practice);
  const { id } = await desk.only();
  const services = await world.services();
  const press = () =>
    repairRegistration(services, desk.staff, { id, action: "new_link", deliver: "sms" });
  const answers = await Promise.all([press(), press()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "already_repaired" });
  expect(await secretsOf(world, desk.practice, "login_link")).toMatchObject([
    { kind: "sms", to: anna.mobile },
  ]);
  expect((await desk.listed()).items).toEqual([]);
});

it("S12: neither another practice's staff nor another record comes in by it", async () => {
  await reachCode(world, desk.practice);
  const stranger = await makeClinicActor(world, (await makePractice(world)).id, "staff");
  expect(await desk.repair({ action: "new_link", deliver: "sms" }, stranger)).toMatchObject({
    reason: "not_found",
  });
  const other = await makeAnna(world, desk.practice, { mobile: "+4917640690055" });
  await desk.repair({ action: "new_link", deliver: "sms", patientId: other });
  expect((await secretsOf(world, desk.practice, "login_link")).map(({ to }) => to)).toEqual([
    anna.mobile,
  ]);
});
