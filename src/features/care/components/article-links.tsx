import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/layout";
import { withPatient } from "@/lib/patient-href";
import type { ListedArticle } from "../schema";

type ArticleLinksProps = {
  articles: readonly ListedArticle[];
  /** The patient the address names, for links. */
  named: string | undefined;
  /** With the beginning of each text. */
  opened?: boolean;
  tone?: "surface" | "accent";
};

/** Articles as a list of links. */
export function ArticleLinks(props: ArticleLinksProps) {
  const { articles, named, opened = false, tone = "surface" } = props;
  return (
    <Card flush tone={tone}>
      <ul className={tone === "accent" ? "divide-y divide-surface" : "divide-y divide-hairline"}>
        {articles.map(({ key, title, opening, language }) => (
          <li key={key} lang={language}>
            <Link
              className={`group flex min-h-13 items-center gap-3 px-5 py-3 ${tone === "accent" ? "hover:bg-surface/50" : "hover:bg-sunken"}`}
              href={withPatient(`/care/${key}`, named)}
            >
              <span className="wrap-anywhere min-w-0 grow" dir="auto">
                <span className={opened ? "block font-semibold" : "block font-medium"}>
                  {title}
                </span>
                {opened && <span className="block text-muted text-sm">{opening}</span>}
              </span>
              <ChevronRight
                aria-hidden="true"
                className="size-5 shrink-0 text-muted transition-[translate] group-hover:translate-x-0.5 rtl:rotate-180"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
