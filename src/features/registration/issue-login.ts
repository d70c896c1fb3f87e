import type { Tx } from "@/db/client";
import type { LoginStatus } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { generateLoginName } from "@/domain/access/login-name";
import type { Services } from "@/server/services";

export interface IssuedLogin {
  readonly loginId: string;
  readonly personId: string;
  readonly loginName: string;
  readonly status: LoginStatus;
}

interface RecordToIssueFor {
  readonly id: string;
  readonly practiceId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly dateOfBirth: Date;
  readonly loginId: string | null;
  readonly personId: string | null;
}

/**
 * The login a record has, or a new one that is issued but does not work yet (R12). The record's row must be locked by
 * the caller's transaction, so that no second one is issued beside it.
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
  }
  const loginId = services.random.uuid();
  const loginName = await freeLoginName(tx, record);
  await identity.login.create({
    data: { id: loginId, personId, homePracticeId: record.practiceId, loginName, createdAt },
    select: { id: true },
  });
  await tx.patient.update({
    where: { practiceId_id: { practiceId: record.practiceId, id: record.id } },
    data: { loginId, personId },
    select: { id: true },
  });
  return { loginId, personId, loginName, status: "issued" };
}

/** R12: a name nobody has or had. Names are given out one transaction after the other. */
export async function freeLoginName(
  tx: Tx,
  person: Pick<RecordToIssueFor, "firstName" | "lastName">,
): Promise<string> {
  const identity = identityIn(tx);
  await identity.$executeRaw`select pg_advisory_xact_lock(hashtextextended('login-names', 0))`;
  const taken = new Set<string>();
  for (;;) {
    const loginName = generateLoginName(person, (name) => taken.has(name));
    const where = { loginName };
    const [used, retired] = [
      await identity.login.count({ where }),
      await identity.retiredLoginName.count({ where }),
    ];
    if (used + retired === 0) return loginName;
    taken.add(loginName);
  }
}
