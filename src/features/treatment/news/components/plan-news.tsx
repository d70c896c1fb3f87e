import { getLocale } from "next-intl/server";
import type { PatientActor } from "@/features/access/actors";
import { formatInstantDay } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { PlanMovement, planMovementWordKeys } from "../../components/plan-movement";
import { sayMovement } from "../../say-movement";
import { latestNews } from "../latest-news";
import { newsKind } from "../news-kind";

type PlanNewsProps = { services: Services; actor: PatientActor };

/** What the practice changed in the plan lately, why and how the dates moved, for its patient (R22). */
export async function PlanNews({ services, actor }: PlanNewsProps) {
  const [news, words, home, language] = await Promise.all([
    latestNews(services, actor),
    getTranslations("treatment"),
    getTranslations("home"),
    getLocale(),
  ]);
  if (news === null) return null;
  const said =
    news.movement === null
      ? {
          lead: words("movement.lead.undone"),
          rows: [],
          notes: [words("adjust.news.asBefore")],
        }
      : sayMovement(news.movement, { words, home, language });
  return (
    <section
      aria-labelledby="plan-news-title"
      id="plan-news"
      className="flex scroll-mt-24 flex-col gap-3 rounded-card border border-accent bg-surface p-5 shadow-soft"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold text-lg" id="plan-news-title">
          {words(`adjust.news.${newsKind(news)}`)}
        </h2>
        <p className="text-muted text-sm">
          {words("adjust.news.since", {
            day: formatInstantDay(news.at, actor.zone, language),
            name: news.byName,
          })}
        </p>
      </header>
      <PlanMovement
        said={said}
        words={pickWords((key) => words(`movement.${key}`), planMovementWordKeys)}
      />
    </section>
  );
}
