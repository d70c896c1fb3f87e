import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { endMembership } from "./end-membership";
import { type HandedOver, handOver } from "./hand-over";
import { lockMembership, type MembershipRefusal } from "./lock-membership";
import { openPractitioner } from "./practitioner-row";

interface RoleChange {
  /** The membership as the page showed it; a role changed meanwhile is another one. */
  readonly id: string;
  readonly role: ClinicActor["role"];
  readonly takesOverId: string | null;
}
type RoleChanged = { membershipId: string } & HandedOver;
export type ChangeRoleRefusal =
  | MembershipRefusal
  | "same_role"
  | "has_role"
  | "last_admin"
  | "person_unknown"
  | "idempotency_key_reused";

/**
 * R52: another role for somebody of the practice, at once: the sessions of the old one end. Who is no orthodontist any more
 * hands patients and conversations over; visits ahead stay.
 */
export function changeRole(
  services: Services,
  actor: ClinicActor,
  input: RoleChange,
): Promise<Result<RoleChanged, ChangeRoleRefusal>> {
  return submitOnce<ClinicActor, RoleChange, RoleChanged, ChangeRoleRefusal>(
    services,
    actor,
    "POST /api/people/{id}/role",
    input,
    change,
  );
}

async function change(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, role, takesOverId }: RoleChange,
): Promise<Result<RoleChanged, ChangeRoleRefusal>> {
  const { practiceId } = actor;
  const held = await lockMembership(tx, practiceId, id);
  if (!held.ok) return held;
  const member = held.value;
  const { loginId, personId, name } = member;
  if (member.role === role) return refused("same_role");
  if (member.otherRoles.includes(role)) return refused("has_role");
  const ended = await endMembership(tx, services, practiceId, member);
  if (!ended.ok) return ended;
  const membershipId = services.random.uuid();
  await tx.membership.create({
    data: {
      practiceId,
      id: membershipId,
      personId,
      loginId,
      role,
      createdAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  let handed: HandedOver = { patients: 0, threads: 0, visitsLeft: 0 };
  if (member.role === "orthodontist") {
    const wish = { personId, takesOverId, wasOrthodontist: true, leaves: false };
    const done = await handOver(tx, services, actor, wish);
    if (!done.ok) throw new RolledBack(done);
    handed = done.value;
  }
  if (role === "orthodontist") await openPractitioner(tx, practiceId, { personId, name });
  await recordAudit(tx, services, auditActor(actor), {
    action: "membership.changed",
    practiceId,
    objectKind: "login",
    objectId: loginId,
    detail: {
      name,
      loginName: member.loginName,
      before: member.role,
      after: role,
      sessionsEnded: ended.value.sessions,
      takesOver: takesOverId,
      ...handed,
    },
  });
  return ok({ membershipId, ...handed });
}
