import type { Tx } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { threadState } from "@/domain/messages/thread-state";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { attachUploads } from "./attach-uploads";
import { liveChannel } from "./live/live-event";
import { notifyMembers } from "./notify-members";
import type { MessageView } from "./schema";
import { reachOf, type ThreadMember } from "./thread-member";

interface Written {
  readonly threadId: string;
  readonly body: string;
  readonly attachmentIds: readonly string[];
}

interface Row {
  readonly patientId: string;
  readonly number: number;
  readonly sentAt: Date;
  /** Orthodontists write under the name the practice uses for them. */
  readonly authorName: string;
}

/**
 * Writes a message as the thread's next number, in one statement with the thread's row, so that numbers have no gaps
 * and no doubles (R38). The author's own reading moves on only when nothing of others lay unread before it. Call it
 * where a refusal undoes the transaction: `not_found`, `attachment_unknown` come after a write.
 */
export async function writeMessage(
  tx: Tx,
  services: Services,
  actor: ThreadMember,
  { threadId, body, attachmentIds }: Written,
): Promise<Result<MessageView, "not_found" | "attachment_unknown">> {
  const { practiceId, personId, personName } = actor;
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
      select coalesce((select o.name from tenant.practitioner o
        where o.practice_id = ${practiceId}::uuid and o.person_id = ${personId}::uuid
          and ${!isByPatient}::boolean and o.archived_at is null limit 1), ${personName}) as name
    ), m as (
      insert into tenant.message (practice_id, id, thread_id, number, author_person_id, author_role, author_name, body, sent_at, client_key)
      select practice_id, ${id}::uuid, id, message_count, ${personId}::uuid, ${authorRole}::identity.role, author.name,
        ${body}, last_message_at, ${services.request.idempotencyKey ?? null} from t, author
    ), own as (
      insert into tenant.thread_reader (practice_id, thread_id, person_id, read_up_to, read_at)
      select practice_id, id, ${personId}::uuid, case when message_count = 1 then 1 else 0 end, last_message_at from t
      on conflict (practice_id, thread_id, person_id) do update
        set read_up_to = thread_reader.read_up_to + 1, read_at = excluded.read_at
        where thread_reader.read_up_to = (select message_count - 1 from t)
    ), draft as (
      delete from tenant.message_draft d using t
      where d.practice_id = t.practice_id and d.thread_id = t.id and d.person_id = ${personId}::uuid
    )
    select patient_id as "patientId", message_count as number, last_message_at as "sentAt",
      pg_notify(${liveChannel}, json_build_object('kind', 'message', 'practiceId', practice_id, 'threadId', id,
        'patientId', patient_id, 'number', message_count, 'withStaff', with_staff)::text)::text as told,
      (select name from author) as "authorName"
    from t`;
  const [row] = rows;
  if (!row) return refused("not_found");
  const about = { messageId: id, patientId: row.patientId };
  const attached = await attachUploads(tx, actor, about, attachmentIds);
  if (!attached.ok) return attached;
  await notifyMembers(tx, services, actor, { id: threadId, patientId: row.patientId });
  await recordAudit(tx, services, auditActor(actor), {
    action: "message.sent",
    practiceId,
    objectKind: "message",
    objectId: id,
    patientId: row.patientId,
    detail: { threadId, number: row.number, attachments: attachmentIds.length },
  });
  return ok({
    id,
    number: row.number,
    authorPersonId: personId,
    authorName: row.authorName,
    authorRole,
    mine: true,
    body,
    sentAt: row.sentAt.toISOString(),
    attachments: attached.value,
  });
}

/** Somebody with a treatment of their own is a guardian while they act for a child (R10). */
function roleIn(actor: ThreadMember): Role {
  if (actor.kind === "clinic") return actor.role;
  return actor.patientId === actor.ownPatientId ? "patient" : "guardian";
}
