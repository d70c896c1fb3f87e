import type { Prisma } from "@/db/generated/client";
import type { Role } from "@/db/generated/enums";
import type { PlainTx } from "@/db/plain-transaction";
import { sql } from "@/db/sql";
import type { Services } from "@/server/services";
import type { AuditAction } from "./actions";

/** Who did it. Anonymous people (login page) have none of these. */
export interface AuditActor {
  readonly personId?: string;
  readonly loginId?: string;
  readonly role?: Role;
  readonly name?: string;
}

export interface AuditFacts {
  readonly action: AuditAction;
  /** Null for what belongs to no practice, like an unknown login name. */
  readonly practiceId: string | null;
  readonly objectKind?: string;
  readonly objectId?: string;
  readonly patientId?: string;
  /** No secrets, codes or message text (S19). */
  readonly detail?: Prisma.InputJsonObject;
}

/** Writes the audit row in the same transaction as the action: no audit, no action (S19). */
export async function recordAudit(
  tx: Pick<PlainTx, "$executeRaw">,
  services: Services,
  actor: AuditActor,
  facts: AuditFacts,
): Promise<void> {
  await tx.$executeRaw`${auditInsert(services, actor, facts)}`;
}

/** What only the statement itself knows, as expressions. */
interface Told {
  readonly patientId: Prisma.Sql;
  readonly detail: Prisma.Sql;
}

/**
 * The row as a statement, for a write that goes out together with it; `told` by that write, where it knows more. Plain SQL: an insert through Prisma reads the row
 * back, which the installation's own rows do not allow.
 */
export function auditInsert(
  services: Services,
  actor: AuditActor,
  facts: AuditFacts,
  told?: Told,
): Prisma.Sql {
  const detail = facts.detail === undefined ? null : JSON.stringify(facts.detail);
  return sql`
    insert into tenant.audit_entry (id, practice_id, at, actor_person_id, actor_login_id, actor_role, actor_name,
      action, object_kind, object_id, patient_id, address, request_id, detail)
    values (${services.random.uuid()}::uuid, ${facts.practiceId}::uuid, app_now(), ${actor.personId ?? null}::uuid,
      ${actor.loginId ?? null}::uuid, ${actor.role ?? null}::identity.role, ${actor.name ?? null}, ${facts.action},
      ${facts.objectKind ?? null}, ${facts.objectId ?? null}::uuid, ${told?.patientId ?? facts.patientId ?? null}::uuid,
      ${services.request.address ?? null}, ${services.request.id},
      ${told?.detail ?? detail}::jsonb)`;
}
