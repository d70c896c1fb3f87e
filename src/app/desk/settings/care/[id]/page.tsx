import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageTitle } from "@/components/layout";
import { Notice } from "@/components/notice";
import { clinicPage } from "@/features/access/page-gates";
import { ArticleForm } from "@/features/care/components/article-form";
import { articleChoices, articleFormWordKeys } from "@/features/care/edit/edit-words";
import { articleToEdit } from "@/features/care/edit/queries";
import { type ArticleFields, articleBounds, editParams } from "@/features/care/edit/schema";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { ArticleFeedback } from "./_components/article-feedback";
import { ShippedText } from "./_components/shipped-text";

type Props = { params: Promise<{ id: string }>; searchParams: PageSearch };

const blank: ArticleFields = {
  title: "",
  body: "",
  keywords: "",
  topic: "start",
  stageKind: null,
  published: true,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, words] = await Promise.all([params, getTranslations("care.settings")]);
  return { title: words(id === "new" ? "addTitle" : "title") };
}

/** One article, new or as it is, with what patients see of it beside it (R26). */
export default async function CareArticlePage({ params, searchParams }: Props) {
  const [{ id }, { added }] = await Promise.all([params, searchParams]);
  const { services, actor } = await clinicPage(`/desk/settings/care/${id}`, "admin");
  const isNew = id === "new";
  if (!isNew && !editParams.safeParse({ id }).success) notFound();
  const [found, all, words, form, language] = await Promise.all([
    isNew ? null : articleToEdit(services, actor, id),
    getTranslations("care"),
    getTranslations("care.settings"),
    getTranslations("care.settings.form"),
    getLocale(),
  ]);
  if (!isNew && found === null) notFound();
  const { title, body, keywords, topic, stageKind, published } = found ?? blank;
  return (
    <>
      <div className="flex flex-col gap-2">
        <BackLink href="/desk/settings/care">{words("back")}</BackLink>
        <PageTitle
          eyebrow={found && words(`standing.${found.standing}`)}
          title={
            <span className="wrap-anywhere" dir="auto">
              {found ? title : words("addTitle")}
            </span>
          }
        />
      </div>
      {found && added === "1" && (
        <Notice tone="success">{form(published ? "saved" : "savedHidden")}</Notice>
      )}
      {found?.shipped && <ShippedText article={found} shipped={found.shipped} />}
      <ArticleForm
        article={{ title, body, keywords, topic, stageKind, published }}
        bounds={articleBounds}
        choices={articleChoices(all)}
        id={found?.id ?? null}
        language={language}
        seen={found?.seen ?? null}
        words={pickWords((key) => String(form.raw(key)), articleFormWordKeys)}
      />
      {found && <ArticleFeedback article={found} zone={actor.zone} />}
    </>
  );
}
