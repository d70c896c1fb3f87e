import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { ok, type Result, refused } from "@/domain/result";
import { type ClinicActor, isClinicRole } from "@/features/access/actors";
import { lockPeople } from "./lock-people";

export interface HeldMembership {
  readonly id: string;
  readonly loginId: string;
  readonly personId: string;
  readonly role: ClinicActor["role"];
  readonly name: string;
  readonly loginName: string;
  /** Other roles of the same login at this practice. */
  readonly otherRoles: readonly ClinicActor["role"][];
}

export type MembershipRefusal = "not_found" | "membership_ended";

/**
 * A living membership of the practice, with its people locked. `membership_ended` carries what is true now: the role they
 * have instead, or null.
 */
export async function lockMembership(
  tx: Tx,
  practiceId: string,
  id: string,
): Promise<Result<HeldMembership, MembershipRefusal>> {
  await lockPeople(tx, practiceId);
  const one = await tx.membership.findUnique({
    where: { practiceId_id: { practiceId, id } },
    select: { id: true, loginId: true, personId: true, role: true, endedAt: true },
  });
  if (!one || !isClinicRole(one.role)) return refused("not_found");
  const { loginId, personId, role } = one;
  const others = await tx.membership.findMany({
    where: { practiceId, loginId, endedAt: null, id: { not: id } },
    orderBy: { createdAt: "desc" },
    select: { role: true },
  });
  const otherRoles = others.map((other) => other.role).filter(isClinicRole);
  if (one.endedAt) return refused("membership_ended", { role: otherRoles[0] ?? null });
  const login = await identityIn(tx).login.findUniqueOrThrow({
    where: { id: loginId },
    select: { loginName: true, person: { select: { firstName: true, lastName: true } } },
  });
  const name = `${login.person.firstName} ${login.person.lastName}`;
  return ok({ id, loginId, personId, role, name, loginName: login.loginName, otherRoles });
}
