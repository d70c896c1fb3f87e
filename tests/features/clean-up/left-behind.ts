import { randomBytes } from "node:crypto";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { consumeLimits } from "@/security/rate-limits";
import { makePerson, makeSession } from "../../support/people";
import type { World } from "../../support/world";

const digest = () => new Uint8Array(randomBytes(32));

/** One row of everything that logins, registrations and repeated requests leave behind, made at the clock of now. */
export async function leaveBehind(world: World, practiceId: string): Promise<void> {
  const { now, random } = await world.services();
  const at = fromInstant(now);
  const inMinutes = (minutes: number) => fromInstant(now.add({ minutes }));
  const { prisma, pool } = world.db;
  const person = await makePerson(world, practiceId, { role: "staff" });
  const { loginId, personId } = person;
  await makeSession(world, practiceId, person, "staff");
  const challengeId = random.uuid();
  await prisma.loginChallenge.create({
    data: {
      id: challengeId,
      loginId,
      cookieDigest: digest(),
      lockKey: digest(),
      factor: "sms",
      practiceId,
      createdAt: at,
      expiresAt: inMinutes(10),
    },
  });
  const code = { practiceId, mobile: "+46701740605", codeHmac: digest(), sentAt: at };
  await prisma.oneTimeCode.create({
    data: { ...code, purpose: "login", challengeId, loginId, expiresAt: inMinutes(10) },
  });
  await prisma.lockCounter.create({
    data: { key: digest(), loginId, kind: "password", consecutiveFailures: 2, lastFailureAt: at },
  });
  await prisma.knownBrowser.create({
    data: { loginId, digest: digest(), createdAt: at, lastUsedAt: at },
  });
  const registration = await prisma.registration.create({
    data: {
      practiceId,
      cookieDigest: digest(),
      step: "email",
      firstName: "Robin",
      lastName: "Example",
      dateOfBirth: new Date("1990-04-01"),
      email: "robin@patients.test",
      mobile: "+46701740605",
      outcome: "no_record",
      createdAt: at,
      expiresAt: inMinutes(24 * 60),
    },
    select: { id: true },
  });
  const link = { practiceId, subjectId: registration.id, createdAt: at, email: "robin@mail.test" };
  await prisma.token.create({
    data: {
      ...link,
      purpose: "registration_email",
      digest: digest(),
      expiresAt: inMinutes(24 * 60),
    },
  });
  await consumeLimits(
    pool,
    [{ key: `left:${random.uuid()}`, points: 5, windowSeconds: 3_600 }],
    now,
  );
  await inPractice(world.db, practiceId, (tx) =>
    tx.idempotencyKey.create({
      data: {
        practiceId,
        personId,
        key: random.uuid(),
        route: "POST /api/threads",
        bodyDigest: digest(),
        answer: {},
        createdAt: at,
        expiresAt: inMinutes(24 * 60),
      },
    }),
  );
}

/** How many rows of each kind are left, of one practice where the kind has one. */
export async function countLeft(world: World, practiceId: string) {
  const { prisma } = world.db;
  const [challenges, codes, sessions, streaks, browsers, registrations, links, addresses, limits] =
    await Promise.all([
      prisma.loginChallenge.count(),
      prisma.oneTimeCode.count(),
      prisma.session.count(),
      prisma.lockCounter.count(),
      prisma.knownBrowser.count(),
      prisma.registration.count(),
      prisma.token.count(),
      prisma.token.count({ where: { email: { not: null } } }),
      prisma.rateLimit.count(),
    ]);
  const keys = await inPractice(world.db, practiceId, (tx) => tx.idempotencyKey.count());
  const rows = { challenges, codes, sessions, streaks, browsers, registrations };
  return { ...rows, links, addresses, limits, keys };
}
