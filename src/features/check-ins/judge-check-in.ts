import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { nextCheckInState } from "@/domain/check-ins/check-in-state";
import { decideDueOn } from "@/domain/check-ins/due-day";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import { releaseStop } from "@/features/treatment/adjust/release-stop";
import { dayIn } from "@/features/treatment/load-facts";
import type { Services } from "@/server/services";
import { type LockedCheckIn, lockCheckIn } from "./lock-check-in";
import { openRequest } from "./open-request";
import type { VerdictReason } from "./refusals";
import type { VerdictInput, VerdictView } from "./schema";
import { tellCheckIn } from "./tell-check-in";

const operation = "POST /api/check-ins/{id}/verdict";

/**
 * The orthodontist's verdict (R24): `go` opens the stop it was asked for, where that still holds the stage worn now;
 * `not_yet` keeps it and asks for new photos by a day. One verdict counts. Refused: `note_missing` and `due_missing` for
 * `not_yet`, `due_in_past`, `due_too_far`, `not_found`, and what its state says.
 */
export async function judgeCheckIn(
  services: Services,
  actor: ClinicActor,
  input: VerdictInput,
): Promise<Result<VerdictView, VerdictReason>> {
  return submitOnce(services, actor, operation, input, judge);
}

async function judge(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  input: VerdictInput,
): Promise<Result<VerdictView, VerdictReason>> {
  const { practiceId } = actor;
  const { id, verdict } = input;
  const asked = decideAgain(input, dayIn(actor.zone, services.now));
  if (!asked.ok) return asked;
  const found = await lockCheckIn(tx, { practiceId, id });
  if (found === null) return refused("not_found");
  const next = nextCheckInState(found.state, verdict);
  if (!next.ok) return next;
  await writeVerdict(tx, services, actor, found, input);
  const released = verdict === "go" && (await release(tx, services, actor, found));
  const askedAgainId =
    asked.value === null
      ? null
      : await openRequest(tx, services, auditActor(actor), {
          practiceId,
          patientId: found.patientId,
          stageId: found.stageId,
          byPersonId: actor.personId,
          note: asked.value.note,
          dueOn: asked.value.dueOn,
        });
  if (verdict === "go" && !released)
    await tellCheckIn(tx, services, "check_in_answered", {
      practiceId,
      patientId: found.patientId,
    });
  return ok({
    id,
    state: next.value,
    released,
    askedAgainId,
    nextWaitingId: await nextWaiting(tx, actor),
  });
}

interface Again {
  readonly note: string;
  readonly dueOn: Temporal.PlainDate;
}

function decideAgain(
  { verdict, note, dueOn }: VerdictInput,
  today: Temporal.PlainDate,
): Result<Again | null, "note_missing" | "due_missing" | "due_in_past" | "due_too_far"> {
  if (verdict === "go") return ok(null);
  if (!note) return refused("note_missing");
  if (dueOn === undefined) return refused("due_missing");
  const due = decideDueOn(dueOn, today);
  return due.ok ? ok({ note, dueOn: due.value }) : due;
}

async function writeVerdict(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, patientId }: LockedCheckIn,
  { verdict, note }: VerdictInput,
): Promise<void> {
  const { practiceId, personId, personName } = actor;
  await tx.checkIn.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      state: verdict,
      reviewedAt: fromInstant(services.now),
      reviewedByPersonId: personId,
      reviewedByName: personName,
      verdictNote: note || null,
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "check_in.judged",
    practiceId,
    objectKind: "check_in",
    objectId: id,
    patientId,
    detail: { verdict },
  });
}

/** A stop that was opened otherwise meanwhile, or a plan that ended, leaves nothing to release. */
async function release(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, patientId, stageId }: LockedCheckIn,
): Promise<boolean> {
  if (stageId === null) return false;
  const released = await releaseStop(tx, services, actor, { patientId, stageId, checkInId: id });
  return released.ok;
}

async function nextWaiting(tx: Tx, { practiceId, personId }: ClinicActor): Promise<string | null> {
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    select c.id from tenant.check_in c
    join tenant.patient p on p.practice_id = c.practice_id and p.id = c.patient_id and p.archived_at is null
    left join tenant.practitioner o on o.practice_id = p.practice_id and o.id = p.practitioner_id
    where c.practice_id = ${practiceId}::uuid and c.state = 'submitted'
    order by o.person_id is not distinct from ${personId}::uuid desc, c.submitted_at, c.id limit 1`;
  return next?.id ?? null;
}
