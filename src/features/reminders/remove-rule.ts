import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { lockRule } from "./lock-rule";
import { ruleFacts } from "./rule-facts";

/**
 * Takes a reminder off the list (R35): it sends no more, and what it sent stays for the record. One that is gone already is
 * answered the same way. Refusal: `not_found`.
 */
export function removeReminderRule(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<{ removed: boolean }, "not_found">> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const found = await lockRule(tx, practiceId, id);
    if (!found) return refused("not_found");
    if (found.isRemoved) return ok({ removed: false });
    await tx.reminderRule.update({
      where: { practiceId_id: { practiceId, id } },
      data: { active: false, removedAt: fromInstant(services.now) },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      objectKind: "reminder_rule",
      objectId: id,
      detail: { what: "reminder_removed", rule: ruleFacts(found.rule) },
    });
    return ok({ removed: true });
  });
}
