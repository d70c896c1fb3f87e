import type { PlainTx } from "@/db/plain-transaction";
import type { ThreadMember } from "../thread-member";

interface Said {
  readonly body: string;
  readonly attachmentIds: readonly string[];
  /** Version of the kept draft that it was sent from; left out or 0: none was kept. */
  readonly draft?: number | undefined;
}

type About =
  | { readonly threadId: string }
  | { readonly threadId: null; readonly patientId: string; readonly subject: string };

interface Sent {
  readonly threadId: string;
  readonly number: number;
}

/** Older than this, the same words are meant a second time. */
const MOMENT_MINUTES = 10;
/** How far back in a thread it is looked for. */
const LATEST = 50;

/**
 * The message that another tab made of the same draft a moment ago; null where there is none, or the draft is still
 * there (S16). Holds the draft until the end of the transaction: of two presses at once the second waits for the first.
 */
export async function sentFromDraft(
  tx: PlainTx,
  { practiceId, personId }: ThreadMember,
  about: About,
  { body, attachmentIds, draft }: Said,
): Promise<Sent | null> {
  if (draft === undefined || draft === 0) return null;
  const { threadId } = about;
  const [patientId, subject] = threadId === null ? [about.patientId, about.subject] : [null, null];
  const kept = await tx.$queryRaw<unknown[]>`
    select 1 from tenant.message_draft
    where practice_id = ${practiceId}::uuid and person_id = ${personId}::uuid
      and thread_id is not distinct from ${threadId}::uuid
      and (${patientId}::uuid is null or patient_id = ${patientId}::uuid)
    for update`;
  if (kept.length > 0) return null;
  const [sent] = await tx.$queryRaw<Sent[]>`
    select m.thread_id as "threadId", m.number
    from tenant.thread t
    join tenant.message m on m.practice_id = t.practice_id and m.thread_id = t.id
    where t.practice_id = ${practiceId}::uuid
      and case when ${threadId}::uuid is null
        then t.patient_id = ${patientId}::uuid and t.subject = ${subject} and m.number = 1
        else t.id = ${threadId}::uuid and m.number > t.message_count - ${LATEST} end
      and t.last_message_at > app_now() - make_interval(mins => ${MOMENT_MINUTES})
      and m.author_person_id = ${personId}::uuid and m.body = ${body}
      and m.sent_at > app_now() - make_interval(mins => ${MOMENT_MINUTES})
      and array(select a.upload_id from tenant.message_attachment a
        where a.practice_id = m.practice_id and a.message_id = m.id order by a.position) = ${attachmentIds}::uuid[]
    order by m.number desc
    limit 1`;
  return sent ?? null;
}
