import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { type DeskMark, decideMark } from "@/domain/appointments/desk-marks";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { releaseExpired } from "@/features/appointments/contend";
import type { LockedVisit } from "@/features/appointments/lock-appointment";
import { recordMove } from "@/features/appointments/record-event";
import type { AuditAction } from "@/features/audit/actions";
import type { Services } from "@/server/services";
import { changeTime } from "./change-visit";
import type { MarkRefusal } from "./refusals";
import type { DiaryVisit, MarkRequest } from "./schema";
import { visitIn } from "./visit-rows";

type Mark = (
  services: Services,
  actor: ClinicActor,
  input: MarkRequest,
) => Promise<Result<DiaryVisit, MarkRefusal>>;

/** The patient is here; after a no-show too, as long as nobody else was given the time (`slot_taken`). */
export const markArrived = marking("arrive", "arrive", "appointment.arrived");
/** The patient sits in the chair. */
export const markSeated = marking("seat", "seat", "appointment.seated");
/** The visit is done. */
export const markCompleted = marking("complete", "complete", "appointment.completed");
/** The patient did not come; the time is free for others. */
export const markNoShow = marking("mark_no_show", "no-show", "appointment.no_show");
/** Takes the last mark back, on the practice day on which it was set. */
export const undoMark = marking("undo", "undo", "appointment.mark_undone");

function marking(mark: DeskMark, path: string, action: AuditAction): Mark {
  const operation = `POST /api/diary/appointments/{id}/${path}`;
  return (services, actor, input) =>
    changeTime(services, actor, operation, input, (tx, standing) =>
      setMark(tx, services, actor, { mark, action, visit: { ...standing, id: input.id } }),
    );
}

interface Marking {
  readonly mark: DeskMark;
  readonly action: AuditAction;
  readonly visit: LockedVisit & { readonly id: string };
}

async function setMark(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { mark, action, visit }: Marking,
): Promise<Result<DiaryVisit, MarkRefusal>> {
  const { practiceId, role, zone } = actor;
  const { id, state, startsAt, patientId } = visit;
  const markedAt = mark === "undo" ? await lastMarkAt(tx, practiceId, id, state) : null;
  const decided = decideMark(
    { state, startsAt, markedAt },
    mark,
    { actor: role, zone },
    services.now,
  );
  if (!decided.ok) {
    const { reason } = decided;
    if (reason === "too_early" || reason === "too_late") return refused(reason);
    return refused("not_possible", { state });
  }
  const to = decided.value;
  if (state === "no_show") await clearWay(tx, services, practiceId, id);
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id } },
    data: { state: to, version: { increment: 1 }, updatedAt: fromInstant(services.now) },
    select: { id: true },
  });
  const move = { appointmentId: id, event: mark, from: state, to, startsAt, action };
  await recordMove(tx, services, { ...actor, patientId }, move);
  return ok(await visitIn(tx, services, actor, id));
}

async function lastMarkAt(tx: Tx, practiceId: string, id: string, state: LockedVisit["state"]) {
  const last = await tx.appointmentEvent.findFirst({
    where: {
      practiceId,
      appointmentId: id,
      toState: state,
      event: { in: ["arrive", "seat", "complete", "mark_no_show"] },
    },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return last && toInstant(last.at);
}

/** A missed visit takes its time again: holds that ran out do not stand in its way. */
async function clearWay(tx: Tx, services: Services, practiceId: string, id: string): Promise<void> {
  const { practitionerBusyFromAt, practitionerBusyUntilAt } =
    await tx.appointment.findUniqueOrThrow({
      where: { practiceId_id: { practiceId, id } },
      select: { practitionerBusyFromAt: true, practitionerBusyUntilAt: true },
    });
  await releaseExpired(tx, services, practiceId, {
    fromAt: practitionerBusyFromAt.toISOString(),
    untilAt: practitionerBusyUntilAt.toISOString(),
  });
}
