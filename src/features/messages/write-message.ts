import type { Temporal } from "temporal-polyfill";
import type { PlainTx } from "@/db/plain-transaction";
import { sql, sqlText } from "@/db/sql";
import { fromInstant } from "@/db/time";
import { threadState } from "@/domain/messages/thread-state";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { auditInsert } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { attachUploads } from "./attach-uploads";
import { isReplyDue, replyAutomatically } from "./cover/reply-automatically";
import { threadNews } from "./live/tell-threads";
import { noteForMembers } from "./notices/note-for-members";
import type { MessageView } from "./schema";
import { reachOf, roleIn, shownName, type ThreadMember } from "./thread-member";

interface Written {
  readonly threadId: string;
  readonly body: string;
  readonly attachmentIds: readonly string[];
  /** When it was written, where it could be sent only later. */
  readonly writtenAt?: Temporal.Instant | null;
}

interface Row {
  readonly patientId: string;
  readonly number: number;
  readonly sentAt: Date;
  /** Orthodontists write under the name the practice uses for them. */
  readonly authorName: string;
  /** The patient's orthodontist is away, and left words for it. */
  readonly isReplyDue: boolean;
}

/**
 * Writes a message as the thread's next number, in one statement with the thread's row, so that numbers have no gaps
 * and no doubles (R38). The author's own reading moves on only when nothing of others lay unread before it. Call it
 * where a refusal undoes the transaction: `not_found`, `attachment_unknown` come after a write.
 */
export async function writeMessage(
  tx: PlainTx,
  services: Services,
  actor: ThreadMember,
  { threadId, body, attachmentIds, writtenAt = null }: Written,
): Promise<Result<MessageView, "not_found" | "attachment_unknown">> {
  const { practiceId, personId } = actor;
  const { patientId, withStaffOnly } = reachOf(actor);
  const id = services.random.uuid();
  const authorRole = roleIn(actor);
  const isByPatient = actor.kind === "patient";
  const state = threadState({
    lastMessageAt: services.now,
    lastMessageByPatient: isByPatient,
    closedAt: null,
  });
  const rows = await tx.$queryRaw<Row[]>`
    with t as (
      update tenant.thread set message_count = message_count + 1,
        last_message_at = greatest(last_message_at, app_now()), last_message_by_patient = ${isByPatient},
        state = ${state}::tenant.thread_state, closed_at = null, snoozed_until_at = null
      where practice_id = ${practiceId}::uuid and id = ${threadId}::uuid
        and (${patientId}::uuid is null or patient_id = ${patientId}::uuid)
        and (not ${withStaffOnly}::boolean or with_staff)
      returning *
    ), author as (
      select ${shownName(actor)} as name
    ), m as (
      insert into tenant.message (practice_id, id, thread_id, number, author_person_id, author_role, author_name, body, sent_at, written_at, client_key)
      select practice_id, ${id}::uuid, id, message_count, ${personId}::uuid, ${authorRole}::identity.role, author.name,
        ${body}, last_message_at, ${writtenAt && fromInstant(writtenAt)}::timestamptz, ${services.request.idempotencyKey ?? null} from t, author
    ), own as (
      insert into tenant.thread_reader (practice_id, thread_id, person_id, read_up_to, read_at, reader_name, reader_role)
      select practice_id, id, ${personId}::uuid, case when message_count = 1 then 1 else 0 end, last_message_at,
        author.name, ${authorRole}::identity.role from t, author
      on conflict (practice_id, thread_id, person_id) do update
        set read_up_to = thread_reader.read_up_to + 1
        where thread_reader.read_up_to = (select message_count - 1 from t)
    ), draft as (
      delete from tenant.message_draft d using t
      where d.practice_id = t.practice_id and d.thread_id = t.id and d.person_id = ${personId}::uuid
    ), noted as (${noteForMembers(actor)}
    ), logged as (${auditOfMessage(services, actor, id, attachmentIds.length)}
    )
    select patient_id as "patientId", message_count as number, last_message_at as "sentAt",
      ${threadNews("message", "t")} as told,
      (select name from author) as "authorName", ${sqlText(isReplyDue)} as "isReplyDue"
    from t`;
  const [row] = rows;
  if (!row) return refused("not_found");
  const about = { messageId: id, patientId: row.patientId };
  const attached = await attachUploads(tx, actor, about, attachmentIds);
  if (!attached.ok) return attached;
  if (isByPatient && row.isReplyDue) await replyAutomatically(tx, services, actor, threadId);
  return ok({
    id,
    number: row.number,
    authorPersonId: personId,
    authorName: row.authorName,
    authorRole,
    mine: true,
    automatic: false,
    body,
    sentAt: row.sentAt.toISOString(),
    writtenAt: writtenAt && fromInstant(writtenAt).toISOString(),
    attachments: attached.value,
  });
}

function auditOfMessage(services: Services, actor: ThreadMember, id: string, files: number) {
  const facts = {
    action: "message.sent",
    practiceId: actor.practiceId,
    objectKind: "message",
    objectId: id,
  } as const;
  return auditInsert(services, auditActor(actor), facts, {
    patientId: sql`(select patient_id from t)`,
    detail: sql`(select jsonb_build_object('threadId', id, 'number', message_count, 'attachments', ${files}::int) from t)`,
  });
}
