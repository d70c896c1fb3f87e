import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { FeedbackRequest } from "./schema";

/**
 * Says whether an article was helpful: one answer per person, whoever they act for, and the last one counts (R26).
 * Refusal `not_found`, also for what the practice keeps from patients.
 */
export function giveFeedback(
  services: Services,
  { practiceId, personId }: PatientActor,
  { articleId, helpful }: FeedbackRequest,
): Promise<Result<{ helpful: boolean }, "not_found">> {
  return inPractice(services.db, practiceId, async (tx) => {
    // An article that is being removed is waited for, and is then no more.
    const kept = await tx.$executeRaw`
      insert into tenant.care_feedback (practice_id, id, article_id, person_id, helpful, created_at)
      select a.practice_id, ${services.random.uuid()}::uuid, a.id, ${personId}::uuid, ${helpful}, app_now()
      from (select practice_id, id from tenant.care_article
        where practice_id = ${practiceId}::uuid and id = ${articleId}::uuid and published for key share) a
      on conflict (practice_id, article_id, person_id)
      do update set helpful = excluded.helpful, created_at = excluded.created_at`;
    return kept === 0 ? refused("not_found") : ok({ helpful });
  });
}
