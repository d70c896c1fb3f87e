import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { BackLink } from "@/components/back-link";
import { Card, PageTitle } from "@/components/layout";
import { patientPage } from "@/features/access/page-gates";
import { ArticleLinks } from "@/features/care/components/article-links";
import { ArticleText } from "@/features/care/components/article-text";
import { Helpful } from "@/features/care/components/helpful";
import { helpfulWordKeys } from "@/features/care/components/helpful-word-keys";
import { TellButton } from "@/features/care/components/tell-button";
import { listCare, readArticle } from "@/features/care/queries";
import { articleParams } from "@/features/care/schema";
import { maySend } from "@/features/messages/may-write";
import type { PageSearch } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

type Props = { params: Promise<{ key: string }>; searchParams: PageSearch };

const mostOthers = 4;

/** The article behind the gate, read once for the title of the browser's tab and the page. */
const opened = cache(async (key: string, patient: string | undefined) => {
  const asked = articleParams.safeParse({ key });
  if (!asked.success) notFound();
  const search = Promise.resolve(patient === undefined ? {} : { patient });
  const { services, actor } = await patientPage(`/care/${key}`, search);
  const language = await getLocale();
  const found = await readArticle(services, actor, { key, language });
  if (!found.ok) notFound();
  return { services, actor, language, article: found.value };
});

async function openedBy({ params, searchParams }: Props) {
  const [{ key }, { patient }] = await Promise.all([params, searchParams]);
  return opened(key, typeof patient === "string" ? patient : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = await openedBy(props);
  return { title: article.title };
}

/** One article, whether it helped, and the way to ask (R26). */
export default async function ArticlePage(props: Props) {
  const { services, actor, language, article } = await openedBy(props);
  const [{ patient }, listing, canWrite, words, helpful] = await Promise.all([
    props.searchParams,
    listCare(services, actor, { language }),
    maySend(services, actor),
    getTranslations("care"),
    getTranslations("care.helpful"),
  ]);
  const named = patient === undefined ? undefined : actor.patientId;
  const others = listing.value.items
    .filter(({ topic, key }) => topic === article.topic && key !== article.key)
    .slice(0, mostOthers);
  return (
    <div className="flex flex-col gap-6">
      <BackLink href={withPatient("/care", named)}>{words("article.back")}</BackLink>
      <article className="flex flex-col gap-5" lang={article.language}>
        <PageTitle
          eyebrow={words(`topics.${article.topic}`)}
          title={
            <span className="wrap-anywhere" dir="auto">
              {article.title}
            </span>
          }
        />
        <Card>
          <ArticleText named={named} text={article.body} />
        </Card>
      </article>
      <p className="text-muted text-sm">{words("article.general")}</p>
      <Card className="flex flex-col gap-5" tone="sunken">
        <Helpful
          articleId={article.id}
          key={article.id}
          patientId={actor.patientId}
          said={article.helpful}
          words={pickWords(helpful, helpfulWordKeys)}
        />
        {canWrite && (
          <div>
            <TellButton named={named} subject={article.title} />
          </div>
        )}
      </Card>
      {others.length > 0 && (
        <section aria-labelledby="more" className="flex flex-col gap-3">
          <h2 className="font-semibold text-lg" id="more">
            {words("article.more")}
          </h2>
          <ArticleLinks articles={others} named={named} />
        </section>
      )}
    </div>
  );
}
