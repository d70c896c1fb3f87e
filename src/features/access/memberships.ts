import type { Database } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { type IdentityTx, inIdentity } from "@/db/identity";

/** One thing a login can be: a role at a practice (S10). */
export interface Membership {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly practiceShortName: string;
  readonly role: Role;
}

/**
 * The living memberships of a login, the one last used first, then by role. Who is a patient and a guardian at one
 * practice has one entry for both, because a patient's session carries the children too.
 */
export async function membershipsOf(tx: IdentityTx, loginId: string): Promise<Membership[]> {
  await tx.$executeRaw`select set_config('app.login_id', ${loginId}, true)`;
  const found = await tx.$queryRaw<Membership[]>`
    select m.id, m.practice_id as "practiceId", p.name as "practiceName", p.short_name as "practiceShortName", m.role
    from tenant.membership m
    join identity.practice p on p.id = m.practice_id and p.closed_at is null
    left join lateral (select max(s.created_at) as at from identity.session s where s.membership_id = m.id) used on true
    where m.login_id = ${loginId}::uuid and m.ended_at is null
    order by used.at desc nulls last,
      array_position(array['orthodontist','admin','staff','patient','guardian'], m.role::text), p.name, m.id`;
  return found.filter(
    ({ role, practiceId }) =>
      role !== "guardian" ||
      !found.some((other) => other.role === "patient" && other.practiceId === practiceId),
  );
}

/** Works at a practice: an authenticator is required (R13). */
export async function hasClinicMembership(db: Database, loginId: string): Promise<boolean> {
  return inIdentity(db, async (tx) => {
    const all = await membershipsOf(tx, loginId);
    return all.some(({ role }) => role !== "patient" && role !== "guardian");
  });
}
