import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import type { Draft, DraftView } from "../schema";
import { reachOf, type ThreadMember } from "../thread-member";
import { unsentUploads } from "../unsent-uploads";

export type SaveDraftRefusal = "not_found" | "patient_required" | "draft_changed";

/** Whose draft, about what. */
interface Key {
  readonly practiceId: string;
  readonly personId: string;
  readonly patientId: string;
  readonly threadId: string | null;
}

/**
 * Keeps what somebody has begun to write, so that it survives a lost session (R38): one draft per person and thread, or
 * per person and patient for a thread not begun yet. Nothing written: the draft goes. Refusals: `not_found`,
 * `patient_required`; `draft_changed` with what stands there now where that is not what the writer had read.
 */
export async function saveDraft(
  services: Services,
  actor: ThreadMember,
  draft: Draft,
): Promise<Result<DraftView, SaveDraftRefusal>> {
  const { practiceId, personId } = actor;
  const { patientId: own } = reachOf(actor);
  const asked = own ?? draft.patientId;
  if (draft.threadId === undefined && asked === undefined) return refused("patient_required");
  return inPractice(services.db, practiceId, async (tx) => {
    const patientId =
      draft.threadId === undefined
        ? await knownPatient(tx, practiceId, asked ?? "")
        : await patientOfThread(tx, actor, draft.threadId);
    if (patientId === null) return refused("not_found");
    const key = { practiceId, personId, patientId, threadId: draft.threadId ?? null };
    const subject = draft.subject?.trim() || null;
    const files = await unsentUploads(tx, key, draft.attachmentIds ?? []);
    const uploadIds = files.map(({ id }) => id);
    const isEmpty = draft.body.trim() === "" && subject === null && files.length === 0;
    const text = { subject, body: draft.body, uploadIds };
    const before = draft.version ?? 0;
    const version = isEmpty
      ? await removed(tx, key, before)
      : ((await changed(tx, key, text, before)) ??
        (before === 0 ? await begun(tx, services, key, text) : null));
    if (version !== null) return ok({ kept: !isEmpty, version });
    const there = await tx.messageDraft.findFirst({
      where: { ...key },
      select: { subject: true, body: true, uploadIds: true, version: true },
    });
    // The same words a second time: a lost answer, or both tabs show the same.
    const isSame = there !== null && said(there) === said(text);
    if (isSame || (isEmpty && !there)) return ok({ kept: !isEmpty, version: there?.version ?? 0 });
    return refused("draft_changed", {
      subject: there?.subject ?? "",
      body: there?.body ?? "",
      attachments: await unsentUploads(tx, key, there?.uploadIds ?? []),
      version: there?.version ?? 0,
    });
  });
}

async function knownPatient(tx: Tx, practiceId: string, id: string): Promise<string | null> {
  const found = await tx.patient.findFirst({
    where: { practiceId, id, archivedAt: null },
    select: { id: true },
  });
  return found?.id ?? null;
}

async function patientOfThread(tx: Tx, actor: ThreadMember, id: string): Promise<string | null> {
  const { patientId, withStaffOnly } = reachOf(actor);
  const found = await tx.thread.findFirst({
    where: {
      practiceId: actor.practiceId,
      id,
      ...(patientId !== null && { patientId }),
      ...(withStaffOnly && { withStaff: true }),
    },
    select: { patientId: true },
  });
  return found?.patientId ?? null;
}

interface Text {
  readonly subject: string | null;
  readonly body: string;
  readonly uploadIds: readonly string[];
}

const said = ({ subject, body, uploadIds }: Text) => JSON.stringify([subject, body, uploadIds]);

/** Each of these answers the version that stands now, or null where another one than `before` stood there. */
async function changed(tx: Tx, key: Key, text: Text, before: number): Promise<number | null> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    update tenant.message_draft
    set body = ${text.body}, subject = ${text.subject}, upload_ids = ${text.uploadIds}::uuid[],
      version = version + 1, updated_at = app_now()
    where practice_id = ${key.practiceId}::uuid and person_id = ${key.personId}::uuid
      and patient_id = ${key.patientId}::uuid and thread_id is not distinct from ${key.threadId}::uuid
      and version = ${before}
    returning version`;
  return rows[0]?.version ?? null;
}

async function begun(tx: Tx, services: Services, key: Key, text: Text): Promise<number | null> {
  // Either unique index answers: (person, thread), or (person, patient) while there is no thread.
  const rows = await tx.$queryRaw<{ version: number }[]>`
    insert into tenant.message_draft (practice_id, id, person_id, thread_id, patient_id, subject, body, upload_ids, version, updated_at)
    values (${key.practiceId}::uuid, ${services.random.uuid()}::uuid, ${key.personId}::uuid, ${key.threadId}::uuid,
      ${key.patientId}::uuid, ${text.subject}, ${text.body}, ${text.uploadIds}::uuid[], ${firstVersion(services)}, app_now())
    on conflict do nothing
    returning version`;
  return rows[0]?.version ?? null;
}

/** By chance, so that a draft begun anew is never taken for the one that was sent. */
function firstVersion(services: Services): number {
  return 1 + (new DataView(services.random.bytes(4).buffer).getUint32(0) >>> 2);
}

async function removed(tx: Tx, key: Key, before: number): Promise<number | null> {
  const { count } = await tx.messageDraft.deleteMany({ where: { ...key, version: before } });
  return count > 0 ? 0 : null;
}
