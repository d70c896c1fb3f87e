import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import type { MembershipFact } from "@/domain/access/erasure";

const select = {
  id: true,
  loginName: true,
  status: true,
  personId: true,
  email: true,
  emailVerifiedAt: true,
  mobile: true,
  person: {
    select: { firstName: true, lastName: true, language: true, dateOfBirth: true },
  },
} as const;

/** Locks a login's row until the transaction ends: what happens to one login happens in turn. */
export async function lockLoginRow(tx: Tx, loginId: string): Promise<void> {
  await tx.$executeRaw`select from identity.login where id = ${loginId}::uuid for update`;
}

/** A login with all its memberships, its row locked: whatever else happens to it comes before or after. Null: none. */
export async function lockLogin(tx: Tx, loginId: string) {
  const identity = identityIn(tx);
  await lockLoginRow(tx, loginId);
  const login = await identity.login.findUnique({ where: { id: loginId }, select });
  if (!login) return null;
  await tx.$executeRaw`select set_config('app.login_id', ${loginId}, true)`;
  const memberships = await tx.$queryRaw<MembershipFact[]>`
    select practice_id as "practiceId", role, ended_at is null as "isLive"
    from tenant.membership where login_id = ${loginId}::uuid`;
  return { ...login, memberships };
}

export type LoginToErase = NonNullable<Awaited<ReturnType<typeof lockLogin>>>;
