import { readInPractice } from "@/db/read";
import { openingOf } from "@/domain/care/article-text";
import { type CareStage, forNow, presentCareStages } from "@/domain/care/care-stage";
import { searchWords } from "@/domain/care/search-words";
import { type Ok, ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { treatmentView } from "@/features/treatment/queries";
import type { TreatmentView } from "@/features/treatment/schema";
import { languageFor } from "@/lib/words";
import type { Services } from "@/server/services";
import type { ArticleView, CareListing, CareWish, ListedArticle } from "./schema";
import { articleRead, listRead, searchRead } from "./search-sql";
import { topicOf } from "./topics";

interface ListedRow {
  readonly key: string;
  readonly language: string;
  readonly title: string;
  readonly topic: string;
  readonly stageKind: string | null;
  readonly text: string;
  readonly near?: boolean;
}

const openingLength = 130;
const mostForNow = 4;

/** The practice's articles, or those that fit what was typed, best first (R26). Other languages stand in for a missing one. */
export async function listCare(
  services: Services,
  actor: PatientActor,
  wish: CareWish,
): Promise<Ok<CareListing>> {
  const language = languageFor(wish.language);
  const words = searchWords(wish.query ?? "");
  const isSearch = words.length > 0;
  const rows = await readInPractice<ListedRow>(
    services.db,
    actor.practiceId,
    isSearch ? searchRead : listRead,
    [actor.practiceId, language, ...(isSearch ? [words] : [])],
  );
  return ok({
    items: rows.map((row) => ({ ...listed(row), near: row.near ?? false })),
    next: null,
  });
}

export interface CareOverview {
  readonly forNow: readonly ListedArticle[];
  readonly articles: readonly ListedArticle[];
}

/** All articles, and those that fit the stage the patient is at. */
export async function careOverview(
  services: Services,
  actor: PatientActor,
  language: string,
): Promise<CareOverview> {
  const [listing, treatment] = await Promise.all([
    listCare(services, actor, { language }),
    treatmentView(services, actor),
  ]);
  const articles = listing.value.items;
  return { articles, forNow: forNow(articles, stagesOf(treatment.value), mostForNow) };
}

function stagesOf({ phase, task, arches }: TreatmentView): CareStage[] {
  return presentCareStages({
    phase,
    isStopped: task.kind === "stop_reached" && task.reason !== "series_start",
    worn: arches.flatMap(({ currentStage }) => currentStage ?? []),
  });
}

/** One article to read. Refusal: `not_found`, also for what the practice keeps from patients. */
export async function readArticle(
  services: Services,
  actor: PatientActor,
  { key, language }: { readonly key: string; readonly language?: string | undefined },
): Promise<Result<ArticleView, "not_found">> {
  const { practiceId, personId } = actor;
  const values = [practiceId, languageFor(language), key, personId];
  const rows = await readInPractice<ListedRow & { id: string; helpful: boolean | null }>(
    services.db,
    practiceId,
    articleRead,
    values,
  );
  const row = rows[0];
  if (!row) return refused("not_found");
  const { id, title, text, helpful } = row;
  return ok({
    id,
    key,
    language: row.language,
    title,
    body: text,
    topic: topicOf(row.topic),
    helpful,
  });
}

function listed({ key, language, title, topic, stageKind, text }: ListedRow): ListedArticle {
  const opening = openingOf(text, openingLength);
  return { key, language, title, topic: topicOf(topic), stageKind, opening };
}
