import type { Tx } from "@/db/client";
import { RolledBack } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { endMembership } from "./end-membership";
import { type HandedOver, handOver } from "./hand-over";
import { leaveTemplates } from "./leave-templates";
import { lockMembership, type MembershipRefusal } from "./lock-membership";

interface Removal {
  readonly id: string;
  readonly takesOverId: string | null;
  readonly templates: "keep" | "remove";
}
type Removed = HandedOver & { templates: number };
export type RemoveColleagueRefusal =
  | MembershipRefusal
  | "last_admin"
  | "person_unknown"
  | "idempotency_key_reused";

/**
 * R52: ends what somebody is at the practice, with their sessions at once. Records, visits and the audit log stay; an
 * invitation to the same address brings them back with the login they have. Refusals: `last_admin`, `person_unknown`.
 */
export function removeColleague(
  services: Services,
  actor: ClinicActor,
  input: Removal,
): Promise<Result<Removed, RemoveColleagueRefusal>> {
  return submitOnce<ClinicActor, Removal, Removed, RemoveColleagueRefusal>(
    services,
    actor,
    "POST /api/people/{id}/remove",
    input,
    remove,
  );
}

async function remove(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, takesOverId, templates }: Removal,
): Promise<Result<Removed, RemoveColleagueRefusal>> {
  const { practiceId } = actor;
  const held = await lockMembership(tx, practiceId, id);
  if (!held.ok) return held;
  const { loginId, loginName, personId, name, role, otherRoles } = held.value;
  const leaves = otherRoles.length === 0;
  const wasOrthodontist = role === "orthodontist";
  const ended = await endMembership(tx, services, practiceId, held.value);
  if (!ended.ok) return ended;
  let handed: HandedOver = { patients: 0, threads: 0, visitsLeft: 0 };
  if (leaves || wasOrthodontist) {
    const wish = { personId, takesOverId, wasOrthodontist, leaves };
    const done = await handOver(tx, services, actor, wish);
    if (!done.ok) throw new RolledBack(done);
    handed = done.value;
  }
  const left = { personId, name, keep: templates === "keep" };
  const templateCount = leaves ? await leaveTemplates(tx, services, practiceId, left) : 0;
  await recordAudit(tx, services, auditActor(actor), {
    action: "membership.ended",
    practiceId,
    objectKind: "login",
    objectId: loginId,
    detail: {
      name,
      loginName,
      before: role,
      after: otherRoles[0] ?? null,
      sessionsEnded: ended.value.sessions,
      takesOver: takesOverId,
      templates: templateCount,
      templatesKept: templates === "keep",
      ...handed,
    },
  });
  return ok({ ...handed, templates: templateCount });
}
