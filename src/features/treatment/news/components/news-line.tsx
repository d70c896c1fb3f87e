import { Sparkles } from "lucide-react";
import Link from "next/link";
import { formatInstantDay } from "@/lib/format-time";
import { withPatient } from "@/lib/patient-href";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import type { PlanNews } from "../../adjust/plan-news";
import { newsKind } from "../news-kind";

type NewsLineProps = {
  news: PlanNews | null;
  zone: string;
  named: string | undefined;
  language: Language;
};

/** One calm line at the top of the home page while the plan has news; the treatment's page tells them. */
export function NewsLine({ news, zone, named, language }: NewsLineProps) {
  if (news === null) return null;
  const words = translationsIn(language, "home.news");
  return (
    <Link
      className="flex min-h-11 items-center gap-3 rounded-card border border-accent bg-accent-soft px-4 py-3"
      href={`${withPatient("/treatment", named)}#plan-news`}
    >
      <Sparkles aria-hidden="true" className="size-5 shrink-0 text-accent" />
      <span className="flex min-w-0 flex-col sm:flex-row sm:gap-2">
        <span className="font-medium">
          {words(newsKind(news), { day: formatInstantDay(news.at, zone, language) })}
        </span>
        <span className="font-semibold text-accent">{words("see")}</span>
      </span>
    </Link>
  );
}
