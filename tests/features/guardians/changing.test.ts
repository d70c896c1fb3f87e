import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { mayAct } from "@/features/access/may-act";
import { changeGuardianship } from "@/features/guardians/change-guardianship";
import { endGuardianship } from "@/features/guardians/end-guardianship";
import { guardiansOfRecord } from "@/features/guardians/record-guardians";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { secretsOf, warmPasswords } from "../registration/walk";
import {
  activeGuardian,
  admit,
  type GuardianScene,
  guardianScene,
  invited,
  todayOf,
} from "./guardian-world";

const world = await openWorld();
let scene: GuardianScene;

beforeAll(warmPasswords);
beforeEach(async () => {
  scene = await guardianScene(world);
});

type Terms = Pick<Parameters<typeof changeGuardianship>[2], "rights" | "untilOn">;
const full: Terms = { rights: "full" };
const view: Terms = { rights: "view" };

const change = async (id: string, wish: Terms, seen: Terms = full, staff = scene.staff) =>
  changeGuardianship(await world.services(), staff, { id, ...wish, seen, reason: "Court order" });

/** What the two open tabs of one session may do for the child at this moment. */
async function tabsMayAct(guardian: Awaited<ReturnType<typeof activeGuardian>>) {
  const tabs = await Promise.all([guardian.session.open(), guardian.session.open()]);
  const actors = await Promise.all(tabs.map((session) => admit(world, session, scene.childId)));
  return inPractice(world.db, scene.practice.id, async (tx) => {
    const may: (boolean | string)[] = [];
    for (const actor of actors)
      may.push(typeof actor === "string" ? actor : await mayAct(tx, actor));
    return may;
  });
}

const audited = () =>
  inPractice(world.db, scene.practice.id, (tx) =>
    tx.auditEntry.findMany({
      where: { action: "guardian.changed" },
      select: { patientId: true, actorPersonId: true, detail: true },
    }),
  );

it("R10: rights changed by staff count at once in every open tab, are audited with the reason and told by mail", async () => {
  const guardian = await activeGuardian(world, scene);
  expect(await tabsMayAct(guardian)).toEqual([true, true]);
  expect(await change(guardian.id, view)).toEqual({ ok: true, value: { changed: ["rights"] } });
  expect(await tabsMayAct(guardian)).toEqual([false, false]);
  expect(await audited()).toEqual([
    {
      patientId: scene.childId,
      actorPersonId: scene.staff.personId,
      detail: { before: "full", after: "view", reason: "Court order" },
    },
  ]);
  expect(await secretsOf(world, scene.practice, "guardian_changed")).toHaveLength(1);
  const record = await guardiansOfRecord(await world.services(), scene.staff, scene.childId);
  expect(record?.guardians).toMatchObject([{ state: "active", rights: "view", untilOn: null }]);
});

it("R10: a last day given later ends the access on that day of the practice, and taken away it goes on", async () => {
  const guardian = await activeGuardian(world, scene);
  const today = await todayOf(world, scene.practice);
  const until = (days: number): Terms => ({
    rights: "full",
    untilOn: today.add({ days }).toString(),
  });
  expect(await change(guardian.id, until(0))).toMatchObject({ reason: "until_too_early" });
  expect(await change(guardian.id, until(1))).toMatchObject({ ok: true });
  expect(await change(guardian.id, full, until(1))).toMatchObject({ ok: true });
  expect(await change(guardian.id, until(1))).toMatchObject({ ok: true });
  await world.advance("P1D");
  const record = await guardiansOfRecord(await world.services(), scene.staff, scene.childId);
  expect(record?.guardians).toMatchObject([{ state: "over", endedAt: null }]);
  expect(await change(guardian.id, full, until(1))).toMatchObject({ reason: "already_over" });
});

it("R10: a patient with a login of their own is told too", async () => {
  const guardian = await activeGuardian(world, scene);
  const owned = await makePatientActor(world, scene.practice.id);
  await world.db.prisma.login.update({
    where: { id: owned.loginId },
    data: { email: "ada@example.com", emailVerifiedAt: new Date() },
  });
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.patient.updateMany({ where: { id: scene.childId }, data: { personId: owned.personId } }),
  );
  await change(guardian.id, view);
  const told = await secretsOf(world, scene.practice, "own_guardian_changed");
  expect(told).toHaveLength(1);
});

it("R10: changed already, or changed twice, it is one change; an old page undoes nobody's", async () => {
  const guardian = await activeGuardian(world, scene);
  const answers = await Promise.all([change(guardian.id, view), change(guardian.id, view)]);
  expect(answers.map((answer) => answer.ok && answer.value.changed.length).sort()).toEqual([0, 1]);
  expect(await audited()).toHaveLength(1);
  const untilOn = (await todayOf(world, scene.practice)).add({ years: 1 }).toString();
  const stale = await change(guardian.id, { rights: "full", untilOn }, full);
  expect(stale).toMatchObject({ reason: "changed_meanwhile" });
  expect(await tabsMayAct(guardian)).toEqual([false, false]);
});

it("R10: an invitation under way is changed without a mail; an ended access is not changed", async () => {
  const { id } = await invited(world, scene);
  expect(await change(id, view)).toMatchObject({ ok: true });
  expect(await secretsOf(world, scene.practice, "guardian_changed")).toEqual([]);
  await endGuardianship(await world.services(), scene.staff, { id, reason: "Moved" });
  expect(await change(id, full, view)).toMatchObject({ reason: "already_over" });
});

it("R10: another practice's staff change nothing", async () => {
  const guardian = await activeGuardian(world, scene);
  const other = await guardianScene(world);
  const elsewhere = await makeClinicActor(world, other.practice.id, "staff");
  const changed = await change(guardian.id, view, full, elsewhere);
  expect(changed).toMatchObject({ reason: "not_found" });
  expect(await tabsMayAct(guardian)).toEqual([true, true]);
});
