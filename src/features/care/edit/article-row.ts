import type { Tx } from "@/db/client";
import { isCareStage } from "@/domain/care/care-stage";
import { seenOf } from "@/features/settings/seen";
import { topicOf } from "../topics";
import type { ArticleFields } from "./schema";

export const articleSelect = {
  id: true,
  key: true,
  language: true,
  title: true,
  body: true,
  keywords: true,
  topic: true,
  stageKind: true,
  published: true,
  shippedDigest: true,
  editedAt: true,
  updatedAt: true,
} as const;

interface ArticleColumns {
  readonly title: string;
  readonly body: string;
  readonly keywords: string;
  readonly topic: string;
  readonly stageKind: string | null;
  readonly published: boolean;
}

export function fieldsOf(row: ArticleColumns): ArticleFields {
  const { title, body, keywords, topic, stageKind, published } = row;
  return {
    title,
    body,
    keywords,
    topic: topicOf(topic),
    stageKind: isCareStage(stageKind) ? stageKind : null,
    published,
  };
}

/** What a page showed of an article, in short. */
export function articleSeen(row: ArticleColumns): string {
  return seenOf(fieldsOf(row));
}

/** The article, locked until the transaction ends; null for another practice's. */
export async function lockArticle(tx: Tx, practiceId: string, id: string) {
  await tx.$queryRaw`
    select from tenant.care_article where practice_id = ${practiceId}::uuid and id = ${id}::uuid for update`;
  return tx.careArticle.findUnique({
    where: { practiceId_id: { practiceId, id } },
    select: articleSelect,
  });
}
