import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { isTheirs } from "./about/find-about";
import type { About } from "./about/schema";
import { sentFromDraft } from "./compose/sent-from-draft";
import { mayWrite } from "./may-write";
import { readersOf } from "./readers-of";
import type { MessageView, NewThread } from "./schema";
import { messageAt, orRefused, type WriteRefusal } from "./send-message";
import type { ThreadMember } from "./thread-member";
import { writeMessage } from "./write-message";

export type StartThreadRefusal =
  | WriteRefusal
  | "patient_required"
  | "staff_not_in_threads"
  | "about_unknown"
  | "nobody_reads";

type Started = { id: string; subject: string; message: MessageView };

/**
 * Begins a thread about one patient with its first message (R37). Staff take part where the practice wants it. Refusals
 * as `sendMessage`, and `patient_required`, `staff_not_in_threads`, `about_unknown` (another patient's visit or stage), and for the
 * practice `nobody_reads`: nobody on the patient's side has a login.
 */
export async function startThread(
  services: Services,
  actor: ThreadMember,
  input: NewThread,
): Promise<Result<Started, StartThreadRefusal>> {
  const { subject, body, attachmentIds, draft, about } = input;
  const patientId = actor.kind === "patient" ? actor.patientId : input.patientId;
  if (patientId === undefined) return refused("patient_required");
  if (body === "" && attachmentIds.length === 0) return refused("empty");
  const said = { body, attachmentIds, draft };
  const key = { about, subject, body, attachmentIds, patientId };
  const answer = await orRefused(() =>
    inPracticeOrNothing(services.db, actor.practiceId, (tx) =>
      onceOnly(tx, services, actor, "POST /api/threads", key, async () => {
        if (!(await mayWrite(tx, actor))) return refused("view_only");
        const wish = { threadId: null, patientId, subject };
        const before = await sentFromDraft(tx, actor, wish, said);
        if (before) return refused("sent_from_draft", { ...before });
        const opened = await openThread(tx, services, actor, patientId, subject, about);
        if (!opened.ok) return opened;
        const isToNobody =
          actor.kind === "clinic" && (await readersOf(tx, actor.practiceId, patientId)) === 0;
        if (isToNobody) throw new RolledBack(refused("nobody_reads"));
        const threadId = opened.value;
        const written = await writeMessage(tx, services, actor, { threadId, body, attachmentIds });
        if (!written.ok) throw new RolledBack(written);
        await tx.messageDraft.deleteMany({
          where: {
            practiceId: actor.practiceId,
            personId: actor.personId,
            patientId,
            threadId: null,
          },
        });
        return ok({ id: threadId, subject, message: written.value });
      }),
    ),
  );
  if (answer.ok) return answer;
  if (answer.reason !== "sent_from_draft") return refused(answer.reason, answer.detail);
  const id = String(answer.detail?.threadId);
  const message = await messageAt(services, actor, id, 1);
  return message ? ok({ id, subject, message }) : refused("not_found");
}

/** A thread without a message yet: its transaction writes the first one or undoes it. */
export async function openThread(
  tx: Tx,
  services: Services,
  actor: ThreadMember,
  patientId: string,
  subject: string,
  about?: About,
): Promise<Result<string, "not_found" | "staff_not_in_threads" | "about_unknown">> {
  const { practiceId, personId } = actor;
  const [patient, settings] = [
    await tx.patient.findFirst({
      where: { practiceId, id: patientId, archivedAt: null },
      select: { id: true },
    }),
    await tx.practiceSettings.findUnique({
      where: { practiceId },
      select: { staffInThreads: true },
    }),
  ];
  if (!patient) return refused("not_found");
  const withStaff = settings?.staffInThreads ?? true;
  const isStaff = actor.kind === "clinic" && actor.role !== "orthodontist";
  if (isStaff && !withStaff) return refused("staff_not_in_threads");
  if (about && !(await isTheirs(tx, practiceId, patientId, about))) return refused("about_unknown");
  const id = services.random.uuid();
  const at = fromInstant(services.now);
  await tx.thread.create({
    data: {
      practiceId,
      id,
      patientId,
      subject,
      withStaff,
      ...(about && { aboutKind: about.kind, aboutId: about.id }),
      lastMessageAt: at,
      createdAt: at,
      createdByPersonId: personId,
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "thread.started",
    practiceId,
    objectKind: "thread",
    objectId: id,
    patientId,
  });
  return ok(id);
}
