import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import type { SessionActor } from "@/features/access/actors";

const select = {
  id: true,
  loginName: true,
  homePracticeId: true,
  personId: true,
  email: true,
  emailVerifiedAt: true,
  mobile: true,
  mobileVerifiedAt: true,
  person: { select: { language: true } },
} as const;

/** A login as its own changes need it; its row is locked, so that changes of one login follow each other. */
export async function lockedLogin(tx: Tx, loginId: string) {
  await tx.$executeRaw`select from identity.login where id = ${loginId}::uuid for update`;
  const { person, ...login } = await identityIn(tx).login.findUniqueOrThrow({
    where: { id: loginId },
    select,
  });
  return { ...login, language: person.language };
}

export type LockedLogin = Awaited<ReturnType<typeof lockedLogin>>;

/** The address mail reaches, or null while none is verified. */
export function verifiedEmail(login: Pick<LockedLogin, "email" | "emailVerifiedAt">) {
  return login.emailVerifiedAt === null ? null : login.email;
}

/** Works on every record that this login is the patient of, in its own practice's context, and comes back (S12). */
export async function inOwnRecords(
  tx: Tx,
  { loginId, practiceId }: Pick<SessionActor, "loginId" | "practiceId">,
  work: (record: { readonly practiceId: string; readonly patientId: string }) => Promise<void>,
): Promise<void> {
  await tx.$executeRaw`select set_config('app.login_id', ${loginId}, true)`;
  const records = await tx.$queryRaw<{ practiceId: string; patientId: string }[]>`
    select practice_id as "practiceId", patient_id as "patientId" from tenant.membership
    where login_id = ${loginId}::uuid and patient_id is not null and ended_at is null`;
  for (const record of records) {
    await tx.$executeRaw`select set_config('app.practice_id', ${record.practiceId}, true)`;
    await work(record);
  }
  await tx.$executeRaw`select set_config('app.practice_id', ${practiceId}, true)`;
}
