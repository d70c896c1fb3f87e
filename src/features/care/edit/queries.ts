import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { type ShippedArticle, shippedArticle } from "../shipped/shipped-texts";
import { type CareTopic, topicOf } from "../topics";
import { articleSeen, articleSelect, fieldsOf } from "./article-row";
import type { ArticleFields } from "./schema";

/** Whose text it is; `outdated`: edited here, and the shipped text has changed since. */
export type Standing = "shipped" | "edited" | "outdated" | "own";

export interface FeedbackCount {
  readonly helpful: number;
  readonly answers: number;
}

export interface EditedLine extends FeedbackCount {
  readonly id: string;
  readonly title: string;
  readonly topic: CareTopic;
  readonly published: boolean;
  readonly standing: Standing;
}

/** Every article of the practice with what readers thought of it, in the order patients see them. */
export function articlesToEdit(
  services: Services,
  { practiceId }: ClinicActor,
): Promise<EditedLine[]> {
  return inPractice(services.db, practiceId, async (tx) => {
    const rows = await tx.careArticle.findMany({
      where: { practiceId },
      orderBy: [{ position: "asc" }, { title: "asc" }, { id: "asc" }],
      select: {
        id: true,
        key: true,
        language: true,
        title: true,
        topic: true,
        published: true,
        shippedDigest: true,
        editedAt: true,
      },
    });
    const counted = await tx.careFeedback.groupBy({
      by: ["articleId", "helpful"],
      where: { practiceId },
      _count: { _all: true },
    });
    const countOf = (id: string, helpful: boolean) =>
      counted.find((one) => one.articleId === id && one.helpful === helpful)?._count._all ?? 0;
    return rows.map((row) => {
      const helpful = countOf(row.id, true);
      return {
        id: row.id,
        title: row.title,
        topic: topicOf(row.topic),
        published: row.published,
        standing: standingOf(row, shippedArticle(row.key, row.language)),
        helpful,
        answers: helpful + countOf(row.id, false),
      };
    });
  });
}

export interface ArticleToEdit extends ArticleFields {
  readonly id: string;
  readonly seen: string;
  readonly standing: Standing;
  /** The shipped text, where it is another one. */
  readonly shipped: Pick<ShippedArticle, "title" | "body"> | null;
  readonly feedback: FeedbackCount;
  /** Since the text last changed, an ISO instant. */
  readonly sinceChange: FeedbackCount & { readonly changedAt: string };
}

/** One article to edit; null for another practice's. */
export function articleToEdit(
  services: Services,
  { practiceId }: ClinicActor,
  id: string,
): Promise<ArticleToEdit | null> {
  return inPractice(services.db, practiceId, async (tx) => {
    const row = await tx.careArticle.findUnique({
      where: { practiceId_id: { practiceId, id } },
      select: { ...articleSelect, careFeedbacks: { select: { helpful: true, createdAt: true } } },
    });
    if (row === null) return null;
    const { careFeedbacks: feedback, updatedAt } = row;
    const shipped = shippedArticle(row.key, row.language);
    const standing = standingOf(row, shipped);
    const isOther = shipped && (standing === "edited" || standing === "outdated");
    return {
      ...fieldsOf(row),
      id,
      seen: articleSeen(row),
      standing,
      shipped: isOther ? { title: shipped.title, body: shipped.body } : null,
      feedback: counted(feedback),
      sinceChange: {
        ...counted(feedback.filter(({ createdAt }) => createdAt >= updatedAt)),
        changedAt: toInstant(updatedAt).toString(),
      },
    };
  });
}

function counted(feedback: readonly { readonly helpful: boolean }[]): FeedbackCount {
  return {
    helpful: feedback.filter(({ helpful }) => helpful).length,
    answers: feedback.length,
  };
}

interface Edition {
  readonly shippedDigest: string | null;
  readonly editedAt: Date | null;
}

function standingOf(
  { shippedDigest, editedAt }: Edition,
  shipped: ShippedArticle | undefined,
): Standing {
  if (shippedDigest === null) return "own";
  if (editedAt === null) return "shipped";
  return shipped && shipped.digest !== shippedDigest ? "outdated" : "edited";
}
