import { Disclosure } from "@/components/disclosure";
import { Card, Stack } from "@/components/layout";
import { ArticleText } from "@/features/care/components/article-text";
import type { ArticleToEdit } from "@/features/care/edit/queries";
import { ConfirmForm } from "@/features/settings/times/components/confirm-form";
import { getTranslations } from "@/lib/translations";

type ShippedTextProps = {
  article: Pick<ArticleToEdit, "id" | "seen" | "standing">;
  shipped: { title: string; body: string };
};

/** The text that comes with the portal, beside the practice's own, and the way back to it. */
export async function ShippedText({ article, shipped }: ShippedTextProps) {
  const words = await getTranslations("care.settings.restore");
  const open = words("open");
  return (
    <Card
      className="flex flex-col gap-4"
      tone={article.standing === "outdated" ? "accent" : "sunken"}
    >
      <p>{words(article.standing === "outdated" ? "outdated" : "edited")}</p>
      <Disclosure summary={words("show")}>
        <Stack className="text-ink" gap={3}>
          <p className="wrap-anywhere font-semibold text-lg" dir="auto">
            {shipped.title}
          </p>
          <ArticleText named="preview" text={shipped.body} />
        </Stack>
      </Disclosure>
      <div>
        <ConfirmForm
          body={{ seen: article.seen }}
          kind="secondary"
          path={`/api/settings/care/${article.id}/restore`}
          text={words("text")}
          title={words("title")}
          words={{ open, label: open, go: words("go"), cancel: words("cancel") }}
        />
      </div>
    </Card>
  );
}
