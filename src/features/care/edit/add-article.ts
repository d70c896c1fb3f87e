import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { articleKey } from "@/domain/care/article-key";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import { languageFor } from "@/lib/words";
import type { Services } from "@/server/services";
import type { AddArticleRequest } from "./schema";

type Added = Result<{ id: string }, "idempotency_key_reused">;

/** A further article, the practice's own (R26). It stands behind the shipped ones of its topic. */
export function addArticle(
  services: Services,
  actor: ClinicActor,
  input: AddArticleRequest,
): Promise<Added> {
  const { practiceId } = actor;
  const { language: tag, ...fields } = input;
  return inPractice(services.db, practiceId, (tx) =>
    onceOnly(tx, services, actor, "POST /api/settings/care", input, async () => {
      const id = services.random.uuid();
      const language = languageFor(tag);
      const key = await freeKey(tx, practiceId, input.title);
      await tx.careArticle.create({
        data: { practiceId, id, key, language, ...fields, updatedAt: fromInstant(services.now) },
        select: { id: true },
      });
      await recordAudit(tx, services, auditActor(actor), {
        action: "settings.changed",
        practiceId,
        objectKind: "care_article",
        objectId: id,
        detail: { what: "care_article_added", article: input.title },
      });
      return ok({ id });
    }),
  );
}

/** An address nobody else of the practice has; of two at once the second waits. */
async function freeKey(tx: Tx, practiceId: string, title: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`care article ${practiceId}`}, 0))`;
  const wanted = articleKey(title);
  const alike = await tx.careArticle.findMany({
    where: { practiceId, key: { startsWith: wanted } },
    select: { key: true },
  });
  const taken = new Set(alike.map(({ key }) => key));
  let key = wanted;
  for (let number = 2; taken.has(key); number += 1) key = `${wanted}-${number}`;
  return key;
}
