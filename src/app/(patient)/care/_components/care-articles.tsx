import { getLocale } from "next-intl/server";
import { EmptyState } from "@/components/empty-state";
import type { PatientActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { ArticleLinks } from "@/features/care/components/article-links";
import { TellButton } from "@/features/care/components/tell-button";
import { TopicIcon } from "@/features/care/components/topic-icon";
import { careOverview } from "@/features/care/queries";
import { careTopics } from "@/features/care/topics";
import { getTranslations } from "@/lib/translations";

type CareArticlesProps = Admitted<PatientActor> & {
  /** The patient the address names, for links. */
  named: string | undefined;
};

/** What fits the patient's stage, then every article by topic. */
export async function CareArticles({ services, actor, named }: CareArticlesProps) {
  const [words, language] = await Promise.all([getTranslations("care"), getLocale()]);
  const { forNow, articles } = await careOverview(services, actor, language);
  if (articles.length === 0)
    return (
      <EmptyState
        action={<TellButton named={named} subject={words("title")} />}
        title={words("empty.title")}
      >
        {words("empty.text")}
      </EmptyState>
    );
  const topics = careTopics
    .map((topic) => ({ topic, own: articles.filter((article) => article.topic === topic) }))
    .filter(({ own }) => own.length > 0);
  return (
    <div className="flex flex-col gap-8">
      {forNow.length > 0 && (
        <section aria-labelledby="for-now" className="flex flex-col gap-3">
          <h2 className="font-semibold text-xl" id="for-now">
            {words("forNow")}
          </h2>
          <ArticleLinks articles={forNow} named={named} opened tone="accent" />
        </section>
      )}
      <nav aria-label={words("topicsLabel")}>
        <ul className="grid grid-cols-3 gap-2.5">
          {topics.map(({ topic }) => (
            <li key={topic}>
              <a
                className="flex h-full min-h-20 flex-col items-center justify-center gap-1.5 rounded-card border border-hairline bg-surface px-1 py-3 text-center font-medium text-dense shadow-soft transition-colors hover:border-edge"
                href={`#${topic}`}
              >
                <TopicIcon className="size-6 text-accent" topic={topic} />
                <span className="wrap-anywhere">{words(`shortTopics.${topic}`)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {topics.map(({ topic, own }) => (
        <section
          aria-labelledby={`${topic}-title`}
          className="flex scroll-mt-4 flex-col gap-3"
          id={topic}
          key={topic}
        >
          <h2 className="flex items-center gap-3 font-semibold text-xl" id={`${topic}-title`}>
            <TopicIcon className="size-6 shrink-0 text-accent" topic={topic} />
            {words(`topics.${topic}`)}
          </h2>
          <ArticleLinks articles={own} named={named} />
        </section>
      ))}
    </div>
  );
}
