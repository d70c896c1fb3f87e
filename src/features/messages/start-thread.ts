import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { mayWrite } from "./may-write";
import type { MessageView, NewThread } from "./schema";
import { orRefused, type SendRefusal } from "./send-message";
import type { ThreadMember } from "./thread-member";
import { writeMessage } from "./write-message";

export type StartThreadRefusal = SendRefusal | "patient_required" | "staff_not_in_threads";

type Started = { id: string; subject: string; message: MessageView };

/**
 * Begins a thread about one patient with its first message (R37). Staff take part where the practice wants it. Refusals
 * as `sendMessage`, and `patient_required`, `staff_not_in_threads`.
 */
export async function startThread(
  services: Services,
  actor: ThreadMember,
  input: NewThread,
): Promise<Result<Started, StartThreadRefusal>> {
  const { subject, body, attachmentIds } = input;
  const patientId = actor.kind === "patient" ? actor.patientId : input.patientId;
  if (patientId === undefined) return refused("patient_required");
  if (body === "" && attachmentIds.length === 0) return refused("empty");
  return orRefused(() =>
    inPracticeOrNothing(services.db, actor.practiceId, (tx) =>
      onceOnly(tx, services, actor, "POST /api/threads", { ...input, patientId }, async () => {
        if (!(await mayWrite(tx, actor))) return refused("view_only");
        const opened = await openThread(tx, services, actor, patientId, subject);
        if (!opened.ok) return opened;
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
}

/** A thread without a message yet: its transaction writes the first one or undoes it. */
export async function openThread(
  tx: Tx,
  services: Services,
  actor: ThreadMember,
  patientId: string,
  subject: string,
): Promise<Result<string, "not_found" | "staff_not_in_threads">> {
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
  const id = services.random.uuid();
  const at = fromInstant(services.now);
  await tx.thread.create({
    data: {
      practiceId,
      id,
      patientId,
      subject,
      withStaff,
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
