import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { generateLoginName } from "@/domain/access/login-name";
import { isLoginNameUsed, lockLoginNames } from "@/features/access/login-names";
import type { Services } from "@/server/services";
import type { IssuedLogin } from "./issued-login";
import { knownGuardian, type RecordAsPerson } from "./known-guardian";

interface RecordToIssueFor extends RecordAsPerson {
  readonly id: string;
  readonly loginId: string | null;
  readonly personId: string | null;
}

/**
 * The login a record has, that of the guardian whose own record it is (R10), or a new one that is issued but does not
 * work yet (R12). The record's row must be locked by the caller's transaction, so that no second one is issued.
 */
export async function issueLogin(
  tx: Tx,
  services: Services,
  record: RecordToIssueFor,
  language: string,
): Promise<IssuedLogin> {
  const identity = identityIn(tx);
  if (record.loginId !== null) {
    const login = await identity.login.findUniqueOrThrow({
      where: { id: record.loginId },
      select: { id: true, personId: true, loginName: true, status: true },
    });
    return { ...login, loginId: login.id };
  }
  const guardian = record.personId === null ? await knownGuardian(tx, record) : null;
  if (guardian) {
    await give(tx, record, guardian);
    return guardian;
  }
  const createdAt = fromInstant(services.now);
  const personId = record.personId ?? services.random.uuid();
  if (record.personId === null) {
    await identity.person.create({
      data: {
        id: personId,
        firstName: record.firstName,
        lastName: record.lastName,
        preferredName: record.preferredName,
        dateOfBirth: record.dateOfBirth,
        language,
        createdAt,
      },
      select: { id: true },
    });
  } else {
    await bringBack(tx, personId, record);
  }
  const loginId = services.random.uuid();
  const loginName = await freeLoginName(tx, services, record);
  await identity.login.create({
    data: { id: loginId, personId, homePracticeId: record.practiceId, loginName, createdAt },
    select: { id: true },
  });
  await give(tx, record, { loginId, personId });
  return { loginId, personId, loginName, status: "issued" };
}

/** S23: whose login was erased is the same person again, with the record's names: their messages stay theirs. */
async function bringBack(tx: Tx, personId: string, record: RecordToIssueFor): Promise<void> {
  const { firstName, lastName, preferredName, dateOfBirth } = record;
  await identityIn(tx).person.updateMany({
    where: { id: personId, erasedAt: { not: null } },
    data: { firstName, lastName, preferredName, dateOfBirth, erasedAt: null },
  });
}

async function give(
  tx: Tx,
  record: Pick<RecordToIssueFor, "practiceId" | "id">,
  { loginId, personId }: Pick<IssuedLogin, "loginId" | "personId">,
): Promise<void> {
  await tx.patient.update({
    where: { practiceId_id: { practiceId: record.practiceId, id: record.id } },
    data: { loginId, personId },
    select: { id: true },
  });
}

/** R12: a name nobody has or had. Names are given out one transaction after the other. */
export async function freeLoginName(
  tx: Tx,
  services: Pick<Services, "env">,
  person: Pick<RecordToIssueFor, "firstName" | "lastName">,
): Promise<string> {
  await lockLoginNames(tx);
  const taken = new Set<string>();
  for (;;) {
    const loginName = generateLoginName(person, (name) => taken.has(name));
    if (!(await isLoginNameUsed(tx, services, loginName))) return loginName;
    taken.add(loginName);
  }
}
