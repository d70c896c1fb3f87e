import type { Tx } from "@/db/client";
import { duplicateOf } from "@/db/errors";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { lockRule } from "./lock-rule";
import type { ReminderRuleRefusal } from "./refusals";
import { isSameRule, ruleFacts } from "./rule-facts";
import type { ChangeReminderRuleRequest } from "./schema";

type Changed = Result<{ changed: boolean }, ReminderRuleRefusal>;

/**
 * Changes a reminder, or switches it off or on (R35). Counts for what comes due from now on: what went out stays as it was,
 * and nothing is made up for. Refusals: `not_found`, `rule_exists`, `changed_meanwhile`.
 */
export async function changeReminderRule(
  services: Services,
  actor: ClinicActor,
  request: ChangeReminderRuleRequest & { readonly id: string },
): Promise<Changed> {
  try {
    return await inPractice(services.db, actor.practiceId, (tx) =>
      change(tx, services, actor, request),
    );
  } catch (error) {
    if (duplicateOf(error) === undefined) throw error;
    return refused("rule_exists");
  }
}

async function change(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, rule, seen }: ChangeReminderRuleRequest & { readonly id: string },
): Promise<Changed> {
  const { practiceId } = actor;
  const found = await lockRule(tx, practiceId, id);
  if (!found || found.isRemoved) return refused("not_found");
  const before = found.rule;
  if (isSameRule(before, rule)) return ok({ changed: false });
  if (!isSameRule(before, seen)) return refused("changed_meanwhile");
  if (rule.visitTypeId !== null && rule.visitTypeId !== before.visitTypeId) {
    const where = { practiceId, id: rule.visitTypeId, archivedAt: null };
    if ((await tx.visitType.count({ where })) === 0) return refused("not_found");
  }
  await tx.reminderRule.update({
    where: { practiceId_id: { practiceId, id } },
    data: { ...rule, countsFromAt: fromInstant(services.now) },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "settings.changed",
    practiceId,
    objectKind: "reminder_rule",
    objectId: id,
    detail: { what: "reminder", rule: `${ruleFacts(before)} → ${ruleFacts(rule)}` },
  });
  return ok({ changed: true });
}
