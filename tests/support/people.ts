import { randomBytes } from "node:crypto";
import type { Role } from "@/db/generated/enums";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { openSession } from "@/features/access/open-session";
import { newToken } from "@/security/tokens";
import type { World } from "./world";

export interface PersonMade {
  readonly personId: string;
  readonly loginId: string;
  readonly loginName: string;
  readonly membershipId: string;
}

interface PersonWish {
  readonly role: Role;
  readonly patientId?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly password?: string;
}

/** A person with a login and one membership of the practice; `password` is hashed as the application does it. */
export async function makePerson(
  world: World,
  practiceId: string,
  wish: PersonWish,
): Promise<PersonMade> {
  const services = await world.services();
  const at = fromInstant(services.now);
  const personId = services.random.uuid();
  const loginId = services.random.uuid();
  const loginName = `user.${randomBytes(5).toString("hex")}`;
  const { prisma } = world.db;
  const { firstName = "Alex", lastName = "Example" } = wish;
  await prisma.person.create({ data: { id: personId, firstName, lastName, createdAt: at } });
  await prisma.login.create({
    data: {
      id: loginId,
      personId,
      homePracticeId: practiceId,
      loginName,
      status: "active",
      registeredAt: at,
      createdAt: at,
      ...(wish.email && {
        email: wish.email,
        emailFolded: wish.email.toLowerCase(),
        emailVerifiedAt: at,
      }),
      ...(wish.mobile && { mobile: wish.mobile, mobileVerifiedAt: at }),
    },
  });
  if (wish.password !== undefined) {
    const hashed = await services.passwords.hash(wish.password);
    if (!hashed.ok) throw new Error("hashing was refused");
    await prisma.credential.create({
      data: { loginId, passwordHash: hashed.value, changedAt: at },
    });
  }
  const membership = await inPractice(world.db, practiceId, (tx) =>
    tx.membership.create({
      data: {
        practiceId,
        personId,
        loginId,
        role: wish.role,
        patientId: wish.patientId ?? null,
        createdAt: at,
      },
    }),
  );
  return { personId, loginId, loginName, membershipId: membership.id };
}

interface PatientWish {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly dateOfBirth?: string;
  readonly email?: string;
  readonly mobilePhone?: string;
  readonly practitionerId?: string;
}

/** A patient's record, without a login. */
export async function makePatient(
  world: World,
  practiceId: string,
  wish: PatientWish = {},
): Promise<string> {
  const services = await world.services();
  const at = fromInstant(services.now);
  const firstName = wish.firstName ?? "Robin";
  const lastName = wish.lastName ?? "Example";
  return inPractice(world.db, practiceId, async (tx) => {
    const patient = await tx.patient.create({
      data: {
        practiceId,
        firstName,
        lastName,
        searchName: `${firstName} ${lastName}`.toLowerCase(),
        dateOfBirth: new Date(`${wish.dateOfBirth ?? "1990-04-02"}T00:00:00Z`),
        email: wish.email ?? null,
        mobilePhone: wish.mobilePhone ?? null,
        practitionerId: wish.practitionerId ?? null,
        createdAt: at,
        updatedAt: at,
      },
    });
    return patient.id;
  });
}

/** A live session of somebody; answers the cookie's token. */
export async function makeSession(
  world: World,
  practiceId: string,
  person: PersonMade,
  role: Role,
): Promise<string> {
  const services = await world.services();
  const { token, digest } = newToken(services.random);
  const at = fromInstant(services.now);
  await world.db.prisma.session.create({
    data: {
      loginId: person.loginId,
      tokenDigest: digest,
      personId: person.personId,
      practiceId,
      membershipId: person.membershipId,
      role,
      idleMinutes: role === "patient" || role === "guardian" ? 30 : 15,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: fromInstant(services.now.add({ hours: 12 })),
      factorAt: at,
    },
  });
  return token;
}

/** A registered patient as the gate would admit them. */
export async function makePatientActor(
  world: World,
  practiceId: string,
  wish: PatientWish = {},
): Promise<PatientActor> {
  const patientId = await makePatient(world, practiceId, wish);
  const person = await makePerson(world, practiceId, { role: "patient", patientId, ...wish });
  const session = await sessionOf(world, practiceId, person, "patient");
  return { ...session, kind: "patient", role: "patient", patientId };
}

/** An orthodontist, staff member or admin as the gate would admit them. */
export async function makeClinicActor(
  world: World,
  practiceId: string,
  role: ClinicActor["role"],
): Promise<ClinicActor> {
  const person = await makePerson(world, practiceId, { role });
  return { ...(await sessionOf(world, practiceId, person, role)), kind: "clinic", role };
}

async function sessionOf(world: World, practiceId: string, person: PersonMade, role: Role) {
  const token = await makeSession(world, practiceId, person, role);
  const { session } = await openSession(world.db, token, { polling: false });
  if (!session) throw new Error("the session did not open");
  return session;
}
