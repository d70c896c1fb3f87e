import { duplicateOf } from "@/db/errors";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import type { ReminderRuleRefusal } from "./refusals";
import { ruleFacts } from "./rule-facts";
import type { AddReminderRuleRequest } from "./schema";

/** A further reminder (R35). It counts for what comes due from now on. Refusals: `not_found` type, `rule_exists`. */
export async function addReminderRule(
  services: Services,
  actor: ClinicActor,
  { visitTypeId: wished, ...rule }: AddReminderRuleRequest,
): Promise<Result<{ id: string }, Exclude<ReminderRuleRefusal, "changed_meanwhile">>> {
  const { practiceId } = actor;
  const visitTypeId = wished ?? null;
  try {
    return await inPractice(services.db, practiceId, async (tx) => {
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
    });
  } catch (error) {
    if (duplicateOf(error) === undefined) throw error;
    return refused("rule_exists");
  }
}
