import type { OpenSession } from "@/features/access/open-session";
import type { AuditActor } from "./record-audit";

/** What the audit log keeps of somebody with a session. */
export function auditActor(actor: OpenSession): AuditActor {
  return {
    personId: actor.personId,
    loginId: actor.loginId,
    role: actor.role,
    name: actor.personName,
  };
}
