import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { shippedArticle } from "../shipped/shipped-texts";
import { articleSeen, fieldsOf, lockArticle } from "./article-row";
import type { ChangeArticleRefusal } from "./refusals";
import type { ArticleFields, ChangeArticle } from "./schema";

const textFields = ["title", "body", "keywords", "topic", "stageKind"] as const;

/**
 * Changes an article, or keeps it from patients (R26). A shipped text that the practice changes is its own from then on,
 * until it is made equal again or restored. Refusals: `not_found`, `changed_meanwhile`.
 */
export function changeArticle(
  services: Services,
  actor: ClinicActor,
  { id, seen, ...wish }: ChangeArticle,
): Promise<Result<{ changed: boolean }, ChangeArticleRefusal>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const row = await lockArticle(tx, practiceId, id);
    if (row === null) return refused("not_found");
    const changes = differing(fieldsOf(row), wish);
    if (changes.length === 0) return ok({ changed: false });
    if (articleSeen(row) !== seen) return refused("changed_meanwhile");
    const at = fromInstant(services.now);
    await tx.careArticle.update({
      where: { practiceId_id: { practiceId, id } },
      data: { ...wish, ...(isText(changes) && editionOf(row, wish, at)), updatedAt: at },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      objectKind: "care_article",
      objectId: id,
      detail: { what: "care_article", article: wish.title, fields: changes.join(", ") },
    });
    return ok({ changed: true });
  });
}

function differing(before: ArticleFields, after: ArticleFields): string[] {
  return [...textFields, "published" as const].filter((name) => before[name] !== after[name]);
}

/** To publish an article or not changes nothing of what it says. */
function isText(changes: readonly string[]): boolean {
  return changes.some((name) => name !== "published");
}

interface Edition {
  readonly key: string;
  readonly language: string;
  readonly shippedDigest: string | null;
  readonly editedAt: Date | null;
}

/** Whether the text is still the portal's: only then do later shipped texts replace it. */
function editionOf(row: Edition, wish: ArticleFields, at: Date) {
  if (row.shippedDigest === null) return {};
  const shipped = shippedArticle(row.key, row.language);
  if (shipped && textFields.every((name) => shipped[name] === wish[name]))
    return { editedAt: null, shippedDigest: shipped.digest };
  return { editedAt: row.editedAt ?? at };
}
