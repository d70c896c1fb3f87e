import { Secret } from "otpauth";
import { fromInstant } from "@/db/time";
import { seal } from "@/security/sealing";
import { makePatient, makePerson, type PersonMade } from "../../support/people";
import { shownBy } from "../../support/shown-by";
import { makePractice, type World } from "../../support/world";

export const password = "copper kettle nine rivers";
let numbers = 605;

export interface Registered extends PersonMade {
  readonly practiceId: string;
  readonly mobile: string;
  readonly email: string;
}

/** A registered patient with password, verified mobile and e-mail. */
export async function registeredPatient(
  world: World,
  wish: { practiceId?: string; email?: string } = {},
): Promise<Registered & { patientId: string }> {
  const practiceId = wish.practiceId ?? (await makePractice(world)).id;
  const patientId = await makePatient(world, practiceId);
  numbers += 1;
  const mobile = `+46701740${String(numbers % 1000).padStart(3, "0")}`;
  const email = wish.email ?? `robin${numbers}@mail.example.com`;
  const person = await makePerson(world, practiceId, {
    role: "patient",
    patientId,
    password,
    mobile,
    email,
  });
  const { prisma } = world.db;
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.practice_id', ${practiceId}, true)`;
    await tx.patient.update({
      where: { practiceId_id: { practiceId, id: patientId } },
      data: { loginId: person.loginId, personId: person.personId },
    });
  });
  return { ...person, practiceId, mobile, email, patientId };
}

/** Somebody of the practice with an authenticator; `codeAt` shows its code at the world's clock. */
export async function withAuthenticator(world: World, role: "orthodontist" | "staff" = "staff") {
  const { id: practiceId } = await makePractice(world);
  const person = await makePerson(world, practiceId, { role, password });
  await addAuthenticator(world, person.loginId);
  return { ...person, practiceId };
}

const secret = new Secret({ size: 20 });

export async function addAuthenticator(world: World, loginId: string): Promise<void> {
  const services = await world.services();
  const id = services.random.uuid();
  const at = fromInstant(services.now);
  const sealedSecret = seal(
    services.env.sealingKeys,
    services.random,
    { table: "factor", column: "sealed_secret", rowId: id },
    secret.base32,
  );
  await world.db.prisma.factor.create({
    data: { id, loginId, kind: "totp", sealedSecret, confirmedAt: at, createdAt: at },
  });
}

/** What the authenticator shows now, or so many 30-second steps away. */
export function authenticatorCode(world: World, steps = 0): Promise<string> {
  return shownBy(world, secret.base32, steps);
}
