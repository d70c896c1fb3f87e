import { getLocale } from "next-intl/server";
import { Card } from "@/components/layout";
import type { ArticleToEdit } from "@/features/care/edit/queries";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type ArticleFeedbackProps = {
  article: Pick<ArticleToEdit, "feedback" | "sinceChange">;
  zone: string;
};

/** What readers say of an article: in all, and of the text as it is now. */
export async function ArticleFeedback({ article, zone }: ArticleFeedbackProps) {
  const [words, language] = await Promise.all([getTranslations("care.settings"), getLocale()]);
  const { feedback, sinceChange } = article;
  if (feedback.answers === 0) return <p className="text-muted">{words("noFeedback")}</p>;
  const { helpful, answers, changedAt } = sinceChange;
  return (
    <Card className="flex flex-col gap-1" tone="sunken">
      <p className="font-semibold">{words("feedback", { ...feedback })}</p>
      {answers < feedback.answers && (
        <p className="text-muted text-sm">
          {words("sinceChange", {
            helpful,
            answers,
            day: formatInstantDay(changedAt, zone, language),
          })}
        </p>
      )}
    </Card>
  );
}
