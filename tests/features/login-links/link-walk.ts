import { inPractice } from "@/db/transaction";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { enterCode } from "@/features/registration/code/enter-code";
import { startRegistration } from "@/features/registration/details/start-registration";
import { makeClinicActor, makePerson } from "../../support/people";
import { makePractice, type PracticeMade, type World } from "../../support/world";
import { anna, makeAnna, newestSecret, publishTerms, visitor } from "../registration/walk";

type Browser = ReturnType<typeof visitor>;

export type LinkScene = Awaited<ReturnType<typeof linkScene>>;

/** A practice with terms and Anna's record, and the steps of a login link that staff make for her. */
export async function linkScene(world: World) {
  const practice = await makePractice(world);
  const staff = await makeClinicActor(world, practice.id, "staff");
  const patientId = await makeAnna(world, practice);
  await publishTerms(world, practice);

  /** The token of a new link that staff read out. */
  async function linkToken(wish: { resetFactors?: boolean | undefined } = {}): Promise<string> {
    const made = await createLoginLink(await world.services(), staff, {
      id: patientId,
      deliver: "show",
      ...wish,
    });
    if (!made.ok) throw new Error(made.reason);
    return made.value.url?.split("/").at(-1) ?? "";
  }

  async function give(token: string, dateOfBirth = anna.dateOfBirth) {
    const services = await world.services();
    return startRegistration(services, visitor(), { linkToken: token, dateOfBirth });
  }

  async function open(token: string, dateOfBirth = anna.dateOfBirth): Promise<Browser> {
    const started = await give(token, dateOfBirth);
    if (!started.ok) throw new Error(started.reason);
    return visitor(started.value.token ?? "");
  }

  async function passCode(browser: Browser) {
    const code = await newestSecret(world, practice, "registration_code");
    return enterCode(await world.services(), browser, { code });
  }

  /** A browser after the birth date and the code of a new link. */
  async function passLink(wish: { resetFactors?: boolean | undefined } = {}): Promise<Browser> {
    const browser = await open(await linkToken(wish));
    const entered = await passCode(browser);
    if (!entered.ok) throw new Error(entered.reason);
    return browser;
  }

  return {
    practice,
    staff,
    patientId,
    linkToken,
    give,
    open,
    passCode,
    passLink,
    register: () => registerAnna(world, practice, patientId),
  };
}

/** Makes Anna somebody who is registered with a password of before. */
async function registerAnna(world: World, practice: PracticeMade, patientId: string) {
  const person = await makePerson(world, practice.id, {
    role: "patient",
    patientId,
    password: "the former password 7",
    email: anna.email,
    mobile: anna.mobile,
  });
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      data: { loginId: person.loginId, personId: person.personId, portalStatus: "registered" },
    }),
  );
  return person;
}
