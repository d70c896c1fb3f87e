import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import type { Draft } from "./schema";
import { reachOf, type ThreadMember } from "./thread-member";

export type SaveDraftRefusal = "not_found" | "patient_required";

/**
 * Keeps what somebody has begun to write, so that it survives a lost session (R38): one draft per person and thread, or
 * per person and patient for a thread not begun yet. Nothing written: the draft goes. Refusals: `not_found`,
 * `patient_required`.
 */
export async function saveDraft(
  services: Services,
  actor: ThreadMember,
  draft: Draft,
): Promise<Result<{ kept: boolean }, SaveDraftRefusal>> {
  const { practiceId, personId } = actor;
  const reach = reachOf(actor);
  const asked = reach.patientId ?? draft.patientId;
  if (draft.threadId === undefined && asked === undefined) return refused("patient_required");
  const subject = draft.subject?.trim() || null;
  const isEmpty = draft.body.trim() === "" && subject === null;
  return inPractice(services.db, practiceId, async (tx) => {
    const about =
      draft.threadId === undefined
        ? await tx.patient.findFirst({
            where: { practiceId, id: asked ?? "", archivedAt: null },
            select: { id: true },
          })
        : await tx.thread.findFirst({
            where: {
              practiceId,
              id: draft.threadId,
              ...(reach.patientId !== null && { patientId: reach.patientId }),
              ...(reach.withStaffOnly && { withStaff: true }),
            },
            select: { patientId: true },
          });
    if (!about) return refused("not_found");
    const patientId = "patientId" in about ? about.patientId : about.id;
    const threadId = draft.threadId ?? null;
    if (isEmpty) {
      await tx.messageDraft.deleteMany({ where: { practiceId, personId, patientId, threadId } });
      return ok({ kept: false });
    }
    // Either unique index answers: (person, thread), or (person, patient) while there is no thread.
    await tx.$executeRaw`
      with there as (
        update tenant.message_draft set body = ${draft.body}, subject = ${subject}, updated_at = app_now()
        where practice_id = ${practiceId}::uuid and person_id = ${personId}::uuid
          and patient_id = ${patientId}::uuid and thread_id is not distinct from ${threadId}::uuid
        returning id
      )
      insert into tenant.message_draft (practice_id, id, person_id, thread_id, patient_id, subject, body, updated_at)
      select ${practiceId}::uuid, ${services.random.uuid()}::uuid, ${personId}::uuid, ${threadId}::uuid,
        ${patientId}::uuid, ${subject}, ${draft.body}, app_now()
      where not exists (select 1 from there)
      on conflict do nothing`;
    return ok({ kept: true });
  });
}
