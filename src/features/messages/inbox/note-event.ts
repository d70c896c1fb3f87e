import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { tellThread } from "../live/tell-threads";
import type { ThreadEventKind } from "../schema";
import { shownName } from "../thread-member";
import type { HeldThread } from "./lock-thread";

const actions = {
  closed: "thread.closed",
  reopened: "thread.reopened",
  assigned: "thread.assigned",
  snoozed: "thread.snoozed",
  woken: "thread.snoozed",
  staff_in: "thread.shared",
  staff_out: "thread.shared",
} as const;

interface Happened {
  readonly kind: ThreadEventKind;
  readonly to?: { readonly personId: string; readonly name: string } | null;
  readonly until?: Date | null;
  readonly reason?: string | null;
}

/** Keeps what somebody did with a thread, for its history and the audit log, and tells open pages (R40, S19). */
export async function noteEvent(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  thread: HeldThread,
  { kind, to = null, until = null, reason = null }: Happened,
): Promise<void> {
  const { practiceId, personId } = actor;
  await tx.$executeRaw`
    insert into tenant.thread_event (practice_id, id, thread_id, kind, after_number, by_person_id, by_name, to_person_id,
      to_name, until_at, reason, at)
    select ${practiceId}::uuid, ${services.random.uuid()}::uuid, ${thread.id}::uuid, ${kind}, ${thread.messageCount},
      ${personId}::uuid, ${shownName(actor)}, ${to?.personId ?? null}::uuid, ${to?.name ?? null}, ${until}::timestamptz,
      ${reason}, ${fromInstant(services.now)}::timestamptz`;
  await recordAudit(tx, services, auditActor(actor), {
    action: actions[kind],
    practiceId,
    objectKind: "thread",
    objectId: thread.id,
    patientId: thread.patientId,
    detail: {
      what: kind,
      ...(to && { to: to.name }),
      ...(until && { until: until.toISOString() }),
      ...(reason !== null && { reason }),
    },
  });
  await tellThread(tx, practiceId, thread.id);
}
