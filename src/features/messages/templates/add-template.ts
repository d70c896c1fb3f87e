import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import type { AddTemplateRefusal } from "./refusals";
import { type AddTemplate, MOST_TEMPLATES } from "./schema";
import { judgeWords, lockTemplates } from "./template-row";

/**
 * Words to send again (R40): one's own, or, written by an admin, everybody's of the practice. Refusals: `admins_only`,
 * `name_taken`, `unknown_fields` with the `fields`, `too_many`, `idempotency_key_reused`.
 */
export function addTemplate(
  services: Services,
  actor: ClinicActor,
  input: AddTemplate,
): Promise<Result<{ id: string }, AddTemplateRefusal>> {
  const { practiceId, personId, role } = actor;
  const { name, body, forEverybody } = input;
  return inPractice(services.db, practiceId, (tx) =>
    onceOnly(tx, services, actor, "POST /api/message-templates", input, async () => {
      if (forEverybody && role !== "admin") return refused<AddTemplateRefusal>("admins_only");
      const ownerPersonId = forEverybody ? null : personId;
      await lockTemplates(tx, practiceId, ownerPersonId);
      const judged = await judgeWords(tx, practiceId, { id: null, ownerPersonId, name, body });
      if (!judged.ok) return judged;
      const count = await tx.messageTemplate.count({
        where: { practiceId, ownerPersonId, archivedAt: null },
      });
      if (count >= MOST_TEMPLATES) return refused("too_many", { most: MOST_TEMPLATES });
      const id = services.random.uuid();
      await tx.messageTemplate.create({
        data: { practiceId, id, name, body, ownerPersonId, updatedAt: fromInstant(services.now) },
        select: { id: true },
      });
      await recordAudit(tx, services, auditActor(actor), {
        action: "message_template.added",
        practiceId,
        objectKind: "message_template",
        objectId: id,
        detail: { template: name },
      });
      return ok({ id });
    }),
  );
}
