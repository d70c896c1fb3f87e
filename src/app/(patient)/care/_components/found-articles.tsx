import Link from "next/link";
import { getLocale } from "next-intl/server";
import { EmptyState } from "@/components/empty-state";
import type { PatientActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { ArticleLinks } from "@/features/care/components/article-links";
import { TellButton } from "@/features/care/components/tell-button";
import { listCare } from "@/features/care/queries";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

type FoundArticlesProps = Admitted<PatientActor> & { named: string | undefined; query: string };

/** What was found for the typed words, best first; and what to do when nothing was. */
export async function FoundArticles({ services, actor, named, query }: FoundArticlesProps) {
  const [words, language] = await Promise.all([getTranslations("care.search"), getLocale()]);
  const { value } = await listCare(services, actor, { query, language });
  const { items } = value;
  const said = items.length === 0 ? "none" : items.every(({ near }) => near) ? "near" : "found";
  const told = words(said, { query, count: items.length });
  const all = (
    <Link
      className="link inline-flex min-h-11 items-center self-start"
      href={withPatient("/care", named)}
    >
      {words("all")}
    </Link>
  );
  return (
    <div className="flex flex-col gap-4">
      <p className="sr-only" role="status">
        {told}
      </p>
      {items.length === 0 ? (
        <EmptyState
          action={<TellButton named={named} subject={query} />}
          title={<span className="wrap-anywhere">{told}</span>}
        >
          {words("noneText")}
        </EmptyState>
      ) : (
        <>
          <h2 className="wrap-anywhere font-semibold text-lg">{told}</h2>
          <ArticleLinks articles={items} named={named} opened />
        </>
      )}
      {all}
    </div>
  );
}
