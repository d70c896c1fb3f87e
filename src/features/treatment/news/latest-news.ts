import { Temporal } from "temporal-polyfill";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { type PlanNews, planNews } from "../adjust/plan-news";
import { editNews } from "./edit-news";
import { NEWS_DAYS } from "./news-days";

/** What the practice last decided about the plan: an adjustment, an edit, or the plan itself (R22). */
export async function latestNews(
  services: Services,
  actor: PatientActor,
): Promise<PlanNews | null> {
  const since = services.now.subtract({ hours: 24 * NEWS_DAYS });
  const [adjusted, edited] = await Promise.all([
    planNews(services, actor),
    editNews(services, actor, since),
  ]);
  if (adjusted === null || edited === null) return adjusted ?? edited;
  const order = Temporal.Instant.compare(adjusted.at, edited.at);
  return order > 0 ? adjusted : edited;
}
