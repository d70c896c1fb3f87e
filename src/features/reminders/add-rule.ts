import type { Tx } from "@/db/client";
import { duplicateOf } from "@/db/errors";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import type { addReminderRuleRefusals } from "./refusals";
import { ruleFacts } from "./rule-facts";
import type { AddReminderRuleRequest } from "./schema";

type Added = Result<{ id: string }, keyof typeof addReminderRuleRefusals>;

/**
 * A further reminder (R35). It counts for what comes due from now on. Refusals: `not_found` type, `rule_exists`,
 * `idempotency_key_reused`.
 */
export async function addReminderRule(
  services: Services,
  actor: ClinicActor,
  input: AddReminderRuleRequest,
): Promise<Added> {
  try {
    return await inPractice(services.db, actor.practiceId, (tx) =>
      onceOnly(tx, services, actor, "POST /api/settings/reminders", input, () =>
        add(tx, services, actor, input),
      ),
    );
  } catch (error) {
    if (duplicateOf(error) === undefined) throw error;
    return refused("rule_exists");
  }
}

async function add(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { visitTypeId: wished, ...rule }: AddReminderRuleRequest,
): Promise<Added> {
  const { practiceId } = actor;
  const visitTypeId = wished ?? null;
  if (visitTypeId !== null) {
    const type = await tx.visitType.count({
      where: { practiceId, id: visitTypeId, archivedAt: null },
    });
    if (type === 0) return refused("not_found");
  }
  const id = services.random.uuid();
  await tx.reminderRule.create({
    data: { practiceId, id, visitTypeId, ...rule, countsFromAt: fromInstant(services.now) },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "settings.changed",
    practiceId,
    objectKind: "reminder_rule",
    objectId: id,
    detail: { what: "reminder_added", rule: ruleFacts({ visitTypeId, ...rule, active: true }) },
  });
  return ok({ id });
}
