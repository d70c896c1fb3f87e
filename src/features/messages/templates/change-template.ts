import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import type { ArchiveTemplateRefusal, ChangeTemplateRefusal } from "./refusals";
import type { ArchiveTemplate, ChangeTemplate } from "./schema";
import { judgeWords, lockTemplate, lockTemplates, templateSeen } from "./template-row";

/**
 * Other words for a template (R40). Refusals: `not_found`, `admins_only`, `template_changed` where it is no longer as it
 * was seen, `name_taken`, `unknown_fields` with the `fields`, `idempotency_key_reused`.
 */
export function changeTemplate(
  services: Services,
  actor: ClinicActor,
  input: ChangeTemplate,
): Promise<Result<{ changed: boolean }, ChangeTemplateRefusal>> {
  const { practiceId } = actor;
  const { id, name, body, seen } = input;
  return inPractice(services.db, practiceId, (tx) =>
    onceOnly(tx, services, actor, "POST /api/message-templates/{id}", input, async () => {
      const held = await lockTemplate(tx, actor, id);
      if (!held.ok) return held;
      const { ownerPersonId, ...before } = held.value;
      const isSame = before.name === name && before.body === body;
      if (isSame) return ok<{ changed: boolean }>({ changed: false });
      if (templateSeen(before) !== seen) return refused<ChangeTemplateRefusal>("template_changed");
      await lockTemplates(tx, practiceId, ownerPersonId);
      const judged = await judgeWords(tx, practiceId, { id, ownerPersonId, name, body });
      if (!judged.ok) return judged;
      await write(tx, services, actor, {
        id,
        name,
        data: { name, body },
        action: "message_template.changed",
      });
      return ok({ changed: true });
    }),
  );
}

/**
 * Takes a template away from everywhere; its name is free again. Refusals: `not_found`, `admins_only`,
 * `template_changed`, `idempotency_key_reused`.
 */
export function archiveTemplate(
  services: Services,
  actor: ClinicActor,
  input: ArchiveTemplate,
): Promise<Result<{ changed: boolean }, ArchiveTemplateRefusal>> {
  const { id, seen } = input;
  const route = "POST /api/message-templates/{id}/archive";
  return inPractice(services.db, actor.practiceId, (tx) =>
    onceOnly(tx, services, actor, route, input, async () => {
      const held = await lockTemplate(tx, actor, id);
      if (!held.ok) return held;
      if (templateSeen(held.value) !== seen)
        return refused<ArchiveTemplateRefusal>("template_changed");
      const data = { archivedAt: fromInstant(services.now) };
      await write(tx, services, actor, {
        id,
        name: held.value.name,
        data,
        action: "message_template.archived",
      });
      return ok({ changed: true });
    }),
  );
}

interface Written {
  readonly id: string;
  readonly name: string;
  readonly data: { name: string; body: string } | { archivedAt: Date };
  readonly action: "message_template.changed" | "message_template.archived";
}

async function write(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, name, data, action }: Written,
): Promise<void> {
  const { practiceId } = actor;
  await tx.messageTemplate.update({
    where: { practiceId_id: { practiceId, id } },
    data: { ...data, updatedAt: fromInstant(services.now) },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action,
    practiceId,
    objectKind: "message_template",
    objectId: id,
    detail: { template: name },
  });
}
