import { Temporal } from "temporal-polyfill";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { ownLoginOn } from "@/domain/guardians/own-login-age";
import { comingOfAge } from "@/features/guardians/coming-of-age";
import { followAges } from "@/features/guardians/follow-ages";
import { soonGrown } from "@/features/guardians/queries";
import { makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { secretsOf, warmPasswords } from "../registration/walk";
import {
  activeGuardian,
  admit,
  type GuardianScene,
  guardianScene,
  invited,
  type registeredGuardian,
  todayOf,
} from "./guardian-world";

const world = await openWorld();
let scene: GuardianScene;
let guardian: Awaited<ReturnType<typeof registeredGuardian>>;

beforeAll(warmPasswords);
beforeEach(async () => {
  scene = await guardianScene(world);
  guardian = await activeGuardian(world, scene);
});

const bear = (dateOfBirth: Temporal.PlainDate) =>
  inPractice(world.db, scene.practice.id, (tx) =>
    tx.patient.updateMany({
      where: { id: scene.childId },
      data: { dateOfBirth: new Date(`${dateOfBirth}T00:00:00Z`) },
    }),
  );
const rows = () =>
  inPractice(world.db, scene.practice.id, (tx) =>
    tx.guardianship.findMany({ where: { practiceId: scene.practice.id }, orderBy: { id: "asc" } }),
  );

it("R10: on the birthday itself, in the practice's zone, the guardian's session ends without a job", async () => {
  const today = await todayOf(world, scene.practice);
  await bear(today.subtract({ years: 16 }).add({ days: 1 }));
  expect(await admit(world, await guardian.session.open())).toMatchObject({
    patientId: scene.childId,
  });
  await bear(today.subtract({ years: 16 }));
  expect(await guardian.session.open()).toBeNull();
});

it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago"])(
  "R10: in %s its own day counts",
  async (zone) => {
    scene = await guardianScene(world, zone);
    guardian = await activeGuardian(world, scene);
    const today = await todayOf(world, scene.practice);
    await bear(today.subtract({ years: 16 }).add({ days: 1 }));
    expect(await guardian.session.open()).not.toBeNull();
    await bear(today.subtract({ years: 16 }));
    expect(await guardian.session.open()).toBeNull();
  },
);

it("R10: the practice sets the age", async () => {
  const today = await todayOf(world, scene.practice);
  await bear(today.subtract({ years: 16, days: 3 }));
  expect(await guardian.session.open()).toBeNull();
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId: scene.practice.id },
      data: { ownLoginFromAge: 18 },
    }),
  );
  expect(await guardian.session.open()).not.toBeNull();
});

it("R10: rule and database agree on every birthday around leap days", async () => {
  const born = ["2012-02-28", "2012-02-29", "2012-03-01", "2011-02-28", "2011-03-01", "2008-02-29"];
  for (const day of born)
    for (const age of [14, 15, 16, 17, 18]) {
      const { rows: found } = await world.db.pool.query<{ on: string }>(
        "select tenant.own_login_on($1::date, $2::int)::text as on",
        [day, age],
      );
      expect(found[0]?.on).toBe(ownLoginOn(Temporal.PlainDate.from(day), age).toString());
    }
});

it("R10: a month before, staff see who, and the guardian is told once, without name or date in the mail", async () => {
  const today = await todayOf(world, scene.practice);
  const turns = today.add({ days: 20 });
  await bear(turns.subtract({ years: 16 }));
  const services = await world.services();
  await followAges(services);
  await followAges(services);
  const told = await inPractice(world.db, scene.practice.id, (tx) =>
    tx.delivery.findMany({
      where: { practiceId: scene.practice.id, purpose: "guardian_age_soon" },
    }),
  );
  expect(told.map(({ recipient, content }) => ({ recipient, content }))).toEqual([
    { recipient: "nora.birch@example.com", content: { values: {} } },
  ]);
  expect(await comingOfAge(services, scene.staff)).toEqual([
    {
      patientId: scene.childId,
      name: "Ada Example",
      age: 16,
      on: turns.toString(),
      isGrown: false,
      hasMobile: false,
    },
  ]);
  const session = await guardian.session.open();
  expect(session && (await soonGrown(services, session))).toEqual([
    { name: "Ada Example", on: turns.toString() },
  ]);
});

it("R10, S19: at the age the row ends, once, and staff keep seeing who has no login yet", async () => {
  const today = await todayOf(world, scene.practice);
  await bear(today.subtract({ years: 16 }));
  const services = await world.services();
  await Promise.all([followAges(services), followAges(services)]);
  expect(await rows()).toMatchObject([{ endedReason: "age" }]);
  const ended = await inPractice(world.db, scene.practice.id, (tx) =>
    tx.auditEntry.findMany({
      where: { practiceId: scene.practice.id, action: "guardian.ended" },
      select: { patientId: true, objectId: true },
    }),
  );
  expect(ended).toEqual([{ patientId: scene.childId, objectId: guardian.id }]);
  expect(await secretsOf(world, scene.practice, "guardian_ended")).toHaveLength(1);
  expect(await comingOfAge(services, scene.staff)).toMatchObject([{ isGrown: true }]);
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.patient.updateMany({ where: { id: scene.childId }, data: { portalStatus: "registered" } }),
  );
  expect(await comingOfAge(services, scene.staff)).toEqual([]);
});

it("R10: a row whose last day has passed ends too, and then the person can be invited again", async () => {
  const today = await todayOf(world, scene.practice);
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.guardianship.updateMany({
      where: { id: guardian.id },
      data: {
        fromOn: new Date(`${today.subtract({ days: 9 })}T00:00:00Z`),
        untilOn: new Date(`${today}T00:00:00Z`),
      },
    }),
  );
  await followAges(await world.services());
  expect(await rows()).toMatchObject([{ endedReason: "until" }]);
  await invited(world, scene);
  expect(await rows()).toHaveLength(2);
});

it("R10: other children of the practice and of others are left alone", async () => {
  const sibling = await makePatient(world, scene.practice.id, { dateOfBirth: scene.born });
  const today = await todayOf(world, scene.practice);
  await bear(today.subtract({ years: 16 }));
  const added = await invited(world, scene, { id: sibling });
  await followAges(await world.services());
  const live = (await rows()).filter((row) => row.endedAt === null);
  expect(live.map((row) => row.id)).toEqual([added.id]);
});
