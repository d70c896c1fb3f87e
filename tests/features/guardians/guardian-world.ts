import type { Temporal } from "temporal-polyfill";
import { inPractice } from "@/db/transaction";
import type { ClinicActor, SessionActor } from "@/features/access/actors";
import { openSession } from "@/features/access/open-session";
import { patient } from "@/features/access/route-gates";
import { confirmChild } from "@/features/guardians/confirm-child";
import { inviteGuardian } from "@/features/guardians/invite-guardian";
import { enterCode } from "@/features/registration/code/enter-code";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { startRegistration } from "@/features/registration/details/start-registration";
import { proveEmail } from "@/features/registration/email/prove-email";
import { createPassword } from "@/features/registration/password/create-password";
import { makeClinicActor, makePatient, makeSession } from "../../support/people";
import { makePractice, type PracticeMade, type World } from "../../support/world";
import { newestSecret, PASSWORD, publishTerms, TERMS, visitor } from "../registration/walk";

export const nora = {
  firstName: "Nora",
  lastName: "Birch",
  dateOfBirth: "1984-03-27",
  email: "nora.birch@example.com",
  mobile: "+4917640690031",
};

export interface GuardianScene {
  readonly practice: PracticeMade;
  readonly staff: ClinicActor;
  /** Ten years old today and a month. */
  readonly childId: string;
  readonly born: string;
}

/** A practice with terms, a member of staff and a child of ten. */
export async function guardianScene(world: World, zone?: string): Promise<GuardianScene> {
  const practice = await makePractice(world, zone);
  await publishTerms(world, practice);
  const staff = await makeClinicActor(world, practice.id, "staff");
  const born = (await todayOf(world, practice)).subtract({ years: 10, months: 1 }).toString();
  const childId = await makePatient(world, practice.id, { firstName: "Ada", dateOfBirth: born });
  return { practice, staff, childId, born };
}

export async function todayOf(world: World, { zone }: PracticeMade): Promise<Temporal.PlainDate> {
  const { now } = await world.services();
  return now.toZonedDateTimeISO(zone).toPlainDate();
}

type Wish = Partial<Parameters<typeof inviteGuardian>[2]>;

export async function invite(world: World, { staff, childId }: GuardianScene, wish: Wish = {}) {
  return inviteGuardian(await world.services(), staff, {
    id: childId,
    ...nora,
    rights: "full",
    deliver: "show",
    ...wish,
  });
}

/** Invites and answers the guardianship's id and the link's token ("" for who needs none). */
export async function invited(world: World, scene: GuardianScene, wish: Wish = {}) {
  const made = await invite(world, scene, wish);
  if (!made.ok) throw new Error(made.reason);
  return { id: made.value.id, token: made.value.link?.url?.split("/").at(-1) ?? "" };
}

export async function openLink(world: World, token: string, dateOfBirth = nora.dateOfBirth) {
  const services = await world.services();
  const started = await startRegistration(services, visitor(), { linkToken: token, dateOfBirth });
  if (!started.ok) throw new Error(started.reason);
  return visitor(started.value.token ?? "");
}

/** The whole way of an invitation's link; answers what the last step said. */
export async function register(world: World, scene: GuardianScene, token: string) {
  const browser = await openLink(world, token);
  await walkToTerms(world, scene, browser);
  return acceptTerms(await world.services(), browser, { version: TERMS.version });
}

/** From the code to the terms. */
export async function walkToTerms(
  world: World,
  { practice }: GuardianScene,
  browser: ReturnType<typeof visitor>,
) {
  const services = await world.services();
  const code = await newestSecret(world, practice, "registration_code");
  const entered = await enterCode(services, browser, { code });
  if (!entered.ok) throw new Error(entered.reason);
  await confirmDetails(services, browser);
  await createPassword(services, browser, { password: PASSWORD });
  const mailed = await newestSecret(world, practice, "registration_email");
  await proveEmail(services, browser, { token: mailed, password: PASSWORD });
}

/** The live session of a guardian who has registered, by the login name; null when it opens nothing. */
export async function sessionOf(world: World, { practice }: GuardianScene, loginName: string) {
  const login = await world.db.prisma.login.findUniqueOrThrow({ where: { loginName } });
  const membership = await inPractice(world.db, practice.id, (tx) =>
    tx.membership.findFirstOrThrow({ where: { loginId: login.id, endedAt: null } }),
  );
  const token = await makeSession(
    world,
    practice.id,
    { personId: login.personId, loginId: login.id, loginName, membershipId: membership.id },
    membership.role,
  );
  return { token, open: () => reopen(world, token) };
}

async function reopen(world: World, token: string): Promise<SessionActor | null> {
  const { session } = await openSession(world.db, token, { polling: false });
  return session && { ...session, kind: "session" };
}

/** Invites, registers and logs in: a guardian who has nothing confirmed yet. */
export async function registeredGuardian(world: World, scene: GuardianScene, wish: Wish = {}) {
  const { id, token } = await invited(world, scene, wish);
  const done = await register(world, scene, token);
  if (!done.ok) throw new Error(done.reason);
  const session = await sessionOf(world, scene, done.value.loginName);
  const actor = await session.open();
  if (!actor) throw new Error("no session");
  return { id, loginName: done.value.loginName, session, actor };
}

/** The same, with the child's birth date given: their pages are open. */
export async function activeGuardian(world: World, scene: GuardianScene) {
  const guardian = await registeredGuardian(world, scene);
  const given = { id: guardian.id, dateOfBirth: scene.born };
  await confirmChild(await world.services(), guardian.actor, given);
  return guardian;
}

/** What the gate says to this session for that patient. */
export async function admit(world: World, session: SessionActor | null, patientId?: string) {
  const { now } = await world.services();
  const admitted = patient.admit({
    session,
    cookies: new Map(),
    input: patientId === undefined ? {} : { patientId },
    now,
  });
  return admitted.ok ? admitted.value : admitted.reason;
}
