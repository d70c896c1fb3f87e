import { identityIn } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Language } from "@/lib/words";
import type { Services } from "@/server/services";

/** The language of pages, mails and texts for this person (R17); the schema lets through those we have. */
export function changeLanguage(
  services: Services,
  actor: SessionActor,
  { language }: { readonly language: Language },
): Promise<Result<{ language: Language }, never>> {
  const { practiceId, personId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await identityIn(tx).person.update({
      where: { id: personId },
      data: { language },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { language },
    });
    return ok({ language });
  });
}
