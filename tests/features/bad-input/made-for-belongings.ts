import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import type { World } from "../../support/world";

/** A lab that this practice works with. */
export async function labOf(world: World, practiceId: string): Promise<string> {
  const id = crypto.randomUUID();
  // Reference tables are the owner's alone (S12).
  await world.owner.pool.query(
    `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days)
     values ($1, $2, 'Mine', 'http://127.0.0.1:1', 90, 30)`,
    [id, `lab-${id}`],
  );
  await inPractice(world.db, practiceId, (tx) =>
    tx.practiceLab.create({ data: { practiceId, labId: id, enabledAt: new Date() } }),
  );
  return id;
}

/** A case of an orthodontist who has no login here, which its lab did not get. */
export async function failedCaseOf(
  world: World,
  practiceId: string,
  patientId: string,
): Promise<string> {
  const labId = await labOf(world, practiceId);
  const at = new Date(0);
  return inPractice(world.db, practiceId, async (tx) => {
    const { id: practitionerId } = await tx.practitioner.create({
      data: { practiceId, name: "Dr Elsewhere" },
    });
    const { id } = await tx.labCase.create({
      data: {
        ...{ practiceId, patientId, practitionerId, labId, state: "send_failed" },
        number: `MINE-${labId}`,
        prescription: {},
        idempotencyKey: crypto.randomUUID(),
        patientReference: "P-MINE",
        consentAt: at,
        createdAt: at,
        updatedAt: at,
      },
      select: { id: true },
    });
    return id;
  });
}

/** Words that somebody keeps for themselves alone. */
export async function templateOf(
  world: World,
  practiceId: string,
  ownerPersonId: string,
): Promise<string> {
  const { id } = await inPractice(world.db, practiceId, (tx) =>
    tx.messageTemplate.create({
      data: { practiceId, ownerPersonId, name: "Mine", body: "Mine.", updatedAt: new Date(0) },
      select: { id: true },
    }),
  );
  return id;
}

/** A passkey that counts. */
export async function factorOf(world: World, loginId: string): Promise<string> {
  const at = new Date((await world.services()).now.epochMilliseconds);
  const bytes = new Uint8Array(Buffer.from(loginId));
  const made = await world.db.prisma.factor.create({
    data: {
      loginId,
      kind: "passkey",
      label: "Mine",
      passkeyId: bytes,
      passkeyPublicKey: bytes,
      confirmedAt: at,
      createdAt: at,
    },
  });
  return made.id;
}

/** A browser with notices on. */
export async function deviceOf(world: World, owner: PatientActor): Promise<string> {
  const { practiceId, personId, loginId, sessionId } = owner;
  const { id } = await inPractice(world.db, practiceId, (tx) =>
    tx.pushSubscription.create({
      data: {
        ...{ practiceId, personId, loginId, sessionId },
        endpoint: `https://web.push.apple.com/${sessionId}`,
        keys: { p256dh: "mine", auth: "mine" },
        createdAt: new Date(0),
        seenAt: new Date(0),
      },
      select: { id: true },
    }),
  );
  return id;
}
