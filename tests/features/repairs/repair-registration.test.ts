import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { repairCount } from "@/features/access/login/repair-count";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { startRegistration } from "@/features/registration/start-registration";
import { listRepairs } from "@/features/repairs/list-repairs";
import type { Wish } from "@/features/repairs/repair";
import { repairRegistration } from "@/features/repairs/repair-registration";
import { type RepairSearch, repairHref } from "@/features/repairs/repair-search";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import {
  anna,
  makeAnna,
  newestSecret,
  reachCode,
  secretsOf,
  shortNameOf,
  visitor,
} from "../registration/walk";

const world = await openWorld();
let practice: PracticeMade;
let staff: ClinicActor;

beforeEach(async () => {
  practice = await makePractice(world);
  staff = await makeClinicActor(world, practice.id, "staff");
});

const open: RepairSearch = { isRepaired: false, cause: undefined, after: undefined };

async function listed(search: Partial<RepairSearch> = {}, actor = staff) {
  return listRepairs(await world.services(), actor, { ...open, ...search });
}

async function only() {
  const { items } = await listed();
  const [entry, another] = items;
  if (!entry || another) throw new Error(`${items.length} entries`);
  return entry;
}

async function repair(wish: Omit<Wish, "id">, actor = staff) {
  const { id } = await only();
  return repairRegistration(await world.services(), actor, { id, ...wish });
}

function write(patientId: string, data: Record<string, unknown>) {
  return inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      data,
    }),
  );
}

function read(patientId: string) {
  return inPractice(world.db, practice.id, (tx) =>
    tx.patient.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
    }),
  );
}

/** Tries to register with landline typed as the mobile. */
async function typeLandline(mobile = "+493012345678") {
  return startRegistration(await world.services(), visitor(), {
    ...anna,
    mobile,
    practice: await shortNameOf(world, practice),
  });
}

describe("R6, R8: the number stands in another field", () => {
  it("one press moves it to the mobile field, after which its owner registers", async () => {
    const patientId = await makeAnna(world, practice);
    await write(patientId, { mobilePhone: "+4917640690077", workPhone: anna.mobile });
    await reachCode(world, practice);
    expect(await secretsOf(world, practice, "registration_code")).toHaveLength(0);
    expect((await only()).plan).toEqual({
      action: "move_number",
      patientId,
      field: "work",
      number: "+49 176 40690001",
      former: "+49 176 40690077",
    });
    expect(await repair({ action: "move_number" })).toEqual({
      ok: true,
      value: { how: "move_number", patientId },
    });
    expect(await read(patientId)).toMatchObject({
      mobilePhone: anna.mobile,
      workPhone: "+4917640690077",
      version: 2,
    });
    const { told, actions } = await inPractice(world.db, practice.id, async (tx) => ({
      told: (await tx.recordChange.findMany({ where: { patientId } })).map(({ field }) => field),
      actions: (await tx.auditEntry.findMany({ where: { patientId, actorRole: "staff" } })).map(
        ({ action }) => action,
      ),
    }));
    expect(told.toSorted()).toEqual(["mobilePhone", "workPhone"]);
    expect(actions.toSorted()).toEqual(["record.changed", "registration.repaired"]);
    await reachCode(world, practice);
    expect(await newestSecret(world, practice, "registration_code")).toMatch(/^\d{6}$/);
  });

  it("two people who press at once move it once", async () => {
    const patientId = await makeAnna(world, practice);
    await write(patientId, { mobilePhone: null, homePhone: anna.mobile });
    await reachCode(world, practice);
    const colleague = await makeClinicActor(world, practice.id, "staff");
    const { id } = await only();
    const services = await world.services();
    const answers = await Promise.all(
      [staff, colleague, staff, colleague].map((actor) =>
        repairRegistration(services, actor, { id, action: "move_number" }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      answers.filter((answer) => !answer.ok && answer.reason === "already_repaired"),
    ).toHaveLength(3);
    expect(await read(patientId)).toMatchObject({ mobilePhone: anna.mobile, homePhone: null });
  });

  it("a number that is gone meanwhile is not moved", async () => {
    const patientId = await makeAnna(world, practice);
    await write(patientId, { mobilePhone: null, homePhone: anna.mobile });
    await reachCode(world, practice);
    await write(patientId, { homePhone: null });
    expect((await only()).plan).toEqual({ action: "find" });
    expect(await repair({ action: "move_number" })).toMatchObject({ reason: "does_not_fit" });
  });
});

it("R8: repeated failures of one person collapse, and are repaired together", async () => {
  const patientId = await makeAnna(world, practice);
  await write(patientId, { mobilePhone: null, workPhone: anna.mobile });
  for (let time = 0; time < 3; time += 1) await reachCode(world, practice);
  expect(await only()).toMatchObject({ times: 3, patientId, cause: "wrong_number_field" });
  expect(await repairCount(await world.services(), staff)).toBe(1);
  await repair({ action: "move_number" });
  expect((await listed()).items).toEqual([]);
  expect(await repairCount(await world.services(), staff)).toBe(0);
  expect((await listed({ isRepaired: true })).items).toMatchObject([
    { times: 3, plan: null, repaired: { by: "Alex Example", how: "move_number" } },
  ]);
});

it("S12: another practice's staff neither see nor repair it", async () => {
  const patientId = await makeAnna(world, practice);
  await write(patientId, { mobilePhone: null, workPhone: anna.mobile });
  await reachCode(world, practice);
  const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
  expect((await listed({}, stranger)).items).toEqual([]);
  expect(await repair({ action: "move_number" }, stranger)).toMatchObject({ reason: "not_found" });
});

describe("R8: no record fits", () => {
  it("the one detail that differs is corrected on the record, as said beforehand", async () => {
    const patientId = await makeAnna(world, practice, { email: "old@example.com" });
    await reachCode(world, practice);
    expect((await only()).plan).toMatchObject({
      action: "correct_record",
      candidates: [
        { patientId, difference: { detail: "email", now: "old@example.com", becomes: anna.email } },
      ],
    });
    await repair({ action: "correct_record", patientId });
    expect(await read(patientId)).toMatchObject({ email: anna.email, emailVerifiedAt: null });
  });

  it("a record that does not come close cannot be chosen by its id", async () => {
    await makeAnna(world, practice, { email: "old@example.com" });
    const other = await makeAnna(world, practice, { firstName: "Else", mobile: "+4917640690099" });
    await reachCode(world, practice);
    expect(await repair({ action: "correct_record", patientId: other })).toMatchObject({
      reason: "does_not_fit",
    });
    expect(await repair({ action: "correct_record" })).toMatchObject({ reason: "record_needed" });
    expect(await read(other)).toMatchObject({ firstName: "Else", version: 1 });
  });

  it("somebody who is not our patient is closed without a change", async () => {
    await reachCode(world, practice);
    expect((await only()).plan).toEqual({ action: "find" });
    expect(await repair({ action: "dismiss" })).toMatchObject({ ok: true });
    expect((await listed({ isRepaired: true })).items[0]?.repaired).toMatchObject({
      how: "dismiss",
    });
  });
});

describe("R6, R8: a landline was typed", () => {
  it("the mobile staff asked for goes on the record; another landline does not", async () => {
    const patientId = await makeAnna(world, practice);
    expect(await typeLandline()).toMatchObject({ reason: "not_mobile" });
    expect((await only()).plan).toMatchObject({ action: "set_mobile", patientId });
    expect(await repair({ action: "set_mobile", mobile: "+493012345679" })).toMatchObject({
      reason: "not_mobile",
    });
    expect(await repair({ action: "set_mobile" })).toMatchObject({ reason: "number_needed" });
    expect(await repair({ action: "set_mobile", mobile: "0176 40690055" })).toMatchObject({
      ok: true,
    });
    expect(await read(patientId)).toMatchObject({ mobilePhone: "+4917640690055" });
  });
});

describe("R9, R8: the record is archived", () => {
  it("staff read which admin may take it out; an admin does, and the person registers", async () => {
    const patientId = await makeAnna(world, practice);
    await write(patientId, { archivedAt: new Date("2026-01-01"), archivedReason: "Moved away" });
    const admin = await makeClinicActor(world, practice.id, "admin");
    await reachCode(world, practice);
    expect((await only()).plan).toEqual({
      action: "unarchive",
      patientId,
      reason: "Moved away",
      mayDo: false,
      admins: ["Alex Example"],
    });
    expect(await repair({ action: "unarchive" })).toMatchObject({ reason: "admin_needed" });
    expect(await repair({ action: "unarchive" }, admin)).toMatchObject({ ok: true });
    expect(await read(patientId)).toMatchObject({ archivedAt: null, archivedReason: null });
    await reachCode(world, practice);
    expect(await newestSecret(world, practice, "registration_code")).toMatch(/^\d{6}$/);
  });
});

describe("R7, R8: the login link had expired", () => {
  it("one press sends a new one, once however often it is pressed", async () => {
    const patientId = await makeAnna(world, practice);
    await createLoginLink(await world.services(), staff, { id: patientId, deliver: "sms" });
    const token = await newestSecret(world, practice, "login_link");
    await world.advance("PT24H");
    const late = await startRegistration(await world.services(), visitor(), {
      linkToken: token,
      dateOfBirth: anna.dateOfBirth,
    });
    expect(late).toMatchObject({ reason: "link_expired" });
    expect((await only()).plan).toMatchObject({ action: "new_link", patientId, deliver: "sms" });
    const { id } = await only();
    const services = await world.services();
    const press = () =>
      repairRegistration(services, staff, { id, action: "new_link", deliver: "sms" });
    const answers = await Promise.all([press(), press()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await secretsOf(world, practice, "login_link")).toHaveLength(2);
  });
});

describe("R8: a text did not arrive", () => {
  it("staff read why, and send a login link by mail", async () => {
    const patientId = await makeAnna(world, practice);
    const { now } = await world.services();
    await inPractice(world.db, practice.id, (tx) =>
      tx.failedRegistration.create({
        data: {
          practiceId: practice.id,
          cause: "text_undelivered",
          patientId,
          firstName: anna.firstName,
          lastName: anna.lastName,
          dateOfBirth: new Date(`${anna.dateOfBirth}T00:00:00Z`),
          email: anna.email,
          mobile: anna.mobile,
          failedAt: new Date(now.epochMilliseconds),
        },
      }),
    );
    await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.create({
        data: {
          practiceId: practice.id,
          kind: "sms",
          purpose: "registration_code",
          state: "undelivered",
          recipient: anna.mobile,
          content: { values: {} },
          lastError: "not_delivered 30006",
          nextTryAt: new Date(now.epochMilliseconds),
          createdAt: new Date(now.epochMilliseconds),
        },
      }),
    );
    expect((await only()).plan).toEqual({
      action: "new_link",
      patientId,
      deliver: "mail",
      to: anna.email,
      why: "no_mobile",
    });
    await repair({ action: "new_link", deliver: "mail" });
    expect((await secretsOf(world, practice, "login_link")).at(-1)).toMatchObject({
      kind: "mail",
      to: anna.email,
    });
  });
});

describe("R8: the list", () => {
  async function fail(count: number, cause: "no_record" | "archived") {
    const { now } = await world.services();
    await inPractice(world.db, practice.id, (tx) =>
      tx.failedRegistration.createMany({
        data: Array.from({ length: count }, (_, number) => ({
          practiceId: practice.id,
          cause,
          firstName: `Sam ${cause}`,
          lastName: `Number ${number}`,
          dateOfBirth: new Date("1990-01-01"),
          email: "sam@example.org",
          mobile: "+4917640690098",
          // Several at one moment: the cursor tells them apart by their ids.
          failedAt: new Date(now.epochMilliseconds - Math.floor(number / 3) * 60_000),
        })),
      }),
    );
  }

  it("goes on by cursor, without gap or double", async () => {
    await fail(45, "no_record");
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof listed>> = await listed({ after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it("shows one cause alone, and takes any nonsense as a cursor", async () => {
    await fail(2, "no_record");
    await fail(1, "archived");
    expect((await listed({ cause: "archived" })).items.map(({ cause }) => cause)).toEqual([
      "archived",
    ]);
    expect((await listed({ after: "1.' or true --" })).items).toHaveLength(3);
    expect(repairHref({ cause: "archived", isRepaired: true })).toBe(
      "/desk/repairs?show=repaired&cause=archived",
    );
  });
});
