import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { makePractice, openWorld } from "../../support/world";
import { anna, makeAnna, publishTerms, reachTerms, TERMS } from "./walk";

const world = await openWorld();

async function loginsOf(practiceId: string) {
  return world.db.prisma.login.findMany({ where: { homePracticeId: practiceId } });
}

it("R4: the terms posted twice at once make one login", async () => {
  const practice = await makePractice(world);
  await makeAnna(world, practice);
  await publishTerms(world, practice);
  const browser = await reachTerms(world, practice);
  const services = await world.services();
  const posts = await Promise.all(
    Array.from({ length: 6 }, () => acceptTerms(services, browser, { version: TERMS.version })),
  );
  expect(posts.filter((post) => post.ok)).toHaveLength(1);
  expect(posts.flatMap((post) => (post.ok ? [] : [post.reason]))).toEqual(
    Array.from({ length: 5 }, () => "wrong_step"),
  );
  expect(await loginsOf(practice.id)).toHaveLength(1);
});

it("R4: two registrations for one record that finish at once make one login", async () => {
  const practice = await makePractice(world);
  const patientId = await makeAnna(world, practice);
  await publishTerms(world, practice);
  const browsers = [await reachTerms(world, practice), await reachTerms(world, practice)];
  const services = await world.services();
  const ends = await Promise.all(
    browsers.map((browser) => acceptTerms(services, browser, { version: TERMS.version })),
  );
  expect(ends.map((end) => (end.ok ? "done" : end.reason)).sort()).toEqual([
    "done",
    "practice_decides",
  ]);
  expect(await loginsOf(practice.id)).toHaveLength(1);
  const [members, record] = await inPractice(world.db, practice.id, async (tx) => [
    await tx.membership.count({ where: { patientId } }),
    await tx.patient.findFirstOrThrow({ where: { id: patientId } }),
  ]);
  expect(members).toBe(1);
  expect(record.portalStatus).toBe("registered");
});

it("R12: two people of one name who finish at once get two login names", async () => {
  const practice = await makePractice(world);
  await publishTerms(world, practice);
  const people = [
    { firstName: "Bo", lastName: "Ek", email: "bo.ek@example.com", mobile: "+4917640690011" },
    { firstName: "Bo", lastName: "Ek", email: "bo2@example.com", mobile: "+4917640690012" },
  ];
  const browsers = [];
  for (const person of people) {
    await makeAnna(world, practice, person);
    browsers.push(await reachTerms(world, practice, person));
  }
  const services = await world.services();
  const ends = await Promise.all(
    browsers.map((browser) => acceptTerms(services, browser, { version: TERMS.version })),
  );
  const names = ends.map((end) => (end.ok ? end.value.loginName : end.reason)).sort();
  expect(names).toEqual(["bo.ek", "bo.ek2"]);
});

it("R9: a record archived meanwhile is not registered", async () => {
  const practice = await makePractice(world);
  const patientId = await makeAnna(world, practice);
  await publishTerms(world, practice);
  const browser = await reachTerms(world, practice);
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      data: { archivedAt: new Date("2026-01-01"), archivedReason: anna.lastName },
    }),
  );
  expect(
    await acceptTerms(await world.services(), browser, { version: TERMS.version }),
  ).toMatchObject({ reason: "practice_decides" });
  expect(await loginsOf(practice.id)).toHaveLength(0);
});
