import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { columnsOf } from "../fill-articles";
import { shippedArticle } from "../shipped/shipped-texts";
import { articleSeen, lockArticle } from "./article-row";
import type { RestoreArticleRefusal } from "./refusals";
import type { RestoreArticle } from "./schema";

/**
 * Puts the shipped text back in place of the practice's, which is gone then; published or not stays as it is. Refusals:
 * `not_found`, `changed_meanwhile`, `not_shipped` for the practice's own articles.
 */
export function restoreArticle(
  services: Services,
  actor: ClinicActor,
  { id, seen }: RestoreArticle,
): Promise<Result<{ changed: boolean }, RestoreArticleRefusal>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const row = await lockArticle(tx, practiceId, id);
    if (row === null) return refused("not_found");
    const shipped = row.shippedDigest === null ? undefined : shippedArticle(row.key, row.language);
    if (!shipped) return refused("not_shipped");
    if (row.editedAt === null && row.shippedDigest === shipped.digest)
      return ok({ changed: false });
    if (articleSeen(row) !== seen) return refused("changed_meanwhile");
    await tx.careArticle.update({
      where: { practiceId_id: { practiceId, id } },
      data: { ...columnsOf(shipped), editedAt: null, updatedAt: fromInstant(services.now) },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      objectKind: "care_article",
      objectId: id,
      detail: { what: "care_article_restored", article: shipped.title },
    });
    return ok({ changed: true });
  });
}
