import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { inPractice } from "@/db/transaction";
import { type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { contendForTime } from "@/features/appointments/contend";
import { type LockedVisit, lockAppointment } from "@/features/appointments/lock-appointment";
import { type LockedWish, lockWish, visitOfWish } from "@/features/appointments/wishes/wished-time";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { visitIn } from "./visit-rows";

interface Change {
  readonly id: string;
  readonly version: number;
}

type Work<Answer, Reason extends string> = (
  tx: Tx,
  standing: LockedVisit,
) => Promise<Result<Answer, Reason>>;

type Refusal = "not_found" | "changed" | "idempotency_key_reused";

/**
 * Changes one visit in one transaction, once per Idempotency-Key, with its row locked. `changed` comes with the
 * `appointment` as it is now, where it is not of the `version` the screen showed.
 */
export function changeVisit<Answer extends Prisma.InputJsonValue, Reason extends string>(
  services: Services,
  actor: ClinicActor,
  operation: string,
  input: Change,
  work: Work<Answer, Reason>,
): Promise<Result<Answer, Reason | Refusal>> {
  return inPractice(services.db, actor.practiceId, (tx) =>
    onLocked(tx, services, actor, operation, input, work),
  );
}

/** A wish for another time, with the visit it is about; both rows are locked, the visit's first. */
export interface AskedMove {
  readonly visitId: string;
  readonly visit: LockedVisit;
  readonly wish: LockedWish;
}

/**
 * Answers a request: that of a new visit, or a wish for another time of one (R31). `changed` for a wish that was taken
 * back, replaced or answered meanwhile comes with its visit.
 */
export function answerRequest<Answer extends Prisma.InputJsonValue, Reason extends string>(
  services: Services,
  actor: ClinicActor,
  operation: string,
  input: Change,
  work: {
    readonly ofVisit: Work<Answer, Reason>;
    readonly ofWish: (tx: Tx, asked: AskedMove) => Promise<Result<Answer, Reason>>;
  },
): Promise<Result<Answer, Reason | Refusal>> {
  const { practiceId } = actor;
  const { id, version } = input;
  return inPractice(services.db, practiceId, async (tx) => {
    const visitId = await visitOfWish(tx, practiceId, id);
    if (visitId === undefined) return onLocked(tx, services, actor, operation, input, work.ofVisit);
    return onceOnly<Answer, Reason | Refusal>(tx, services, actor, operation, input, async () => {
      const visit = await lockAppointment(tx, { practiceId }, visitId);
      if (visit === null) return refused("not_found");
      const wish = await lockWish(tx, practiceId, visitId);
      if (wish?.id === id && wish.version === version)
        return work.ofWish(tx, { visitId, visit, wish });
      const shownId = wish?.id === id ? id : visitId;
      return refused("changed", { appointment: await visitIn(tx, services, actor, shownId) });
    });
  });
}

/** A change that may take time from others: the practitioner's lane first; a lost race is `slot_taken`. */
export async function changeTime<Answer extends Prisma.InputJsonValue, Reason extends string>(
  services: Services,
  actor: ClinicActor,
  operation: string,
  input: Change & { readonly practitionerId?: string | undefined },
  work: Work<Answer, Reason>,
): Promise<Result<Answer, Reason | Refusal | "slot_taken">> {
  const { practiceId } = actor;
  const practitionerId = input.practitionerId ?? (await laneOf(services, practiceId, input.id));
  if (practitionerId === undefined) return refused("not_found");
  return contendForTime(services, { practiceId, practitionerId }, (tx) =>
    onLocked(tx, services, actor, operation, input, work),
  );
}

function onLocked<Answer extends Prisma.InputJsonValue, Reason extends string>(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  operation: string,
  input: Change,
  work: Work<Answer, Reason>,
): Promise<Result<Answer, Reason | Refusal>> {
  const { id, version } = input;
  return onceOnly<Answer, Reason | Refusal>(tx, services, actor, operation, input, async () => {
    const standing = await lockAppointment(tx, { practiceId: actor.practiceId }, id);
    if (standing === null) return refused("not_found");
    if (standing.version !== version) {
      return refused("changed", { appointment: await visitIn(tx, services, actor, id) });
    }
    return work(tx, standing);
  });
}

/** With whom the visit is, as far as one knows before it is locked. */
function laneOf(services: Services, practiceId: string, id: string) {
  return inPractice(services.db, practiceId, async (tx) => {
    const found = await tx.appointment.findUnique({
      where: { practiceId_id: { practiceId, id } },
      select: { practitionerId: true },
    });
    return found?.practitionerId;
  });
}
