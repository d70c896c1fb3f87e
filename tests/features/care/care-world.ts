import { inPractice } from "@/db/transaction";
import { fillArticles } from "@/features/care/fill-articles";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { makePractice, type World } from "../../support/world";

/** A practice with the shipped guidance, a reader and an admin. */
export async function makeCarePractice(world: World) {
  const practice = await makePractice(world);
  await fill(world, practice.id);
  const reader = await makePatientActor(world, practice.id);
  const admin = await makeClinicActor(world, practice.id, "admin");
  return { practice, practiceId: practice.id, reader, admin };
}

/** What the worker does for one practice; answers how many copies changed. */
export async function fill(world: World, practiceId: string): Promise<number> {
  const services = await world.services();
  return inPractice(world.db, practiceId, (tx) => fillArticles(tx, services, practiceId));
}

/** The practice's copy of an article in English. */
export function copyOf(world: World, practiceId: string, key: string) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.careArticle.findUniqueOrThrow({
      where: { practiceId_key_language: { practiceId, key, language: "en" } },
    }),
  );
}
