import { inPractice } from "@/db/transaction";
import { filledIn } from "@/domain/messages/template-fields";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { fieldValues } from "./field-values";
import type { TemplatesWish, TemplateView, TemplateViews } from "./schema";
import { templateSeen } from "./template-row";

/** The templates somebody may use, with what a thread or patient says filled in (R40). Refusal: `not_found`. */
export function listTemplates(
  services: Services,
  actor: ClinicActor,
  wish: TemplatesWish,
): Promise<Result<TemplateViews, "not_found">> {
  const { practiceId, personId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const isFor = wish.threadId !== undefined || wish.patientId !== undefined;
    const values = isFor ? await fieldValues(tx, services, actor, wish) : null;
    if (isFor && values === null) return refused("not_found");
    const rows = await tx.messageTemplate.findMany({
      where: {
        practiceId,
        archivedAt: null,
        OR: [{ ownerPersonId: personId }, { ownerPersonId: null }],
      },
      orderBy: [{ ownerPersonId: { sort: "asc", nulls: "last" } }, { name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, body: true, ownerPersonId: true },
    });
    const items = rows.map(
      ({ id, name, body, ownerPersonId }): TemplateView => ({
        id,
        name,
        body,
        filled: values && filledIn(body, values),
        forEverybody: ownerPersonId === null,
        seen: templateSeen({ name, body }),
      }),
    );
    return ok({ items });
  });
}

/** The same for pages that show them as they were written. */
export async function templatesOf(
  services: Services,
  actor: ClinicActor,
): Promise<readonly TemplateView[]> {
  const listed = await listTemplates(services, actor, {});
  return listed.ok ? listed.value.items : [];
}
