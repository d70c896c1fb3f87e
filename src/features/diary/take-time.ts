import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { fromInstant } from "@/db/time";
import type { TakenTime } from "@/domain/appointments/booking";
import { type DeskTimeRefusal, decideDeskTime } from "@/domain/appointments/desk-time";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { VisitActor } from "@/features/appointments/booker";
import { contendForTime, lockForTime } from "@/features/appointments/contend";
import { timeColumns } from "@/features/appointments/decide-time";
import { release } from "@/features/appointments/holds/release-hold";
import { alternativesTo, type LostTime } from "@/features/appointments/next-best-times";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { judgeTime } from "./judge-time";
import type { DeskTime } from "./schema";

interface Taken {
  readonly tx: Tx;
  readonly time: TakenTime;
  /** A live hold of this patient on the time: the visit is made of it. */
  readonly holdId: string | null;
}

/**
 * Takes a time for a patient in one transaction, once per Idempotency-Key: locks, judges, lets holds of the patient's or
 * the actor's own make room, and hands over to `write` (S16).
 */
export async function takeTime<Answer extends Prisma.InputJsonValue>(
  services: Services,
  actor: ClinicActor,
  operation: string,
  input: DeskTime,
  write: (taken: Taken) => Promise<Answer>,
): Promise<Result<Answer, DeskTimeRefusal | "not_found" | "idempotency_key_reused">> {
  const { practiceId } = actor;
  const { patientId, practitionerId } = input;
  const result = await contendForTime(services, { practiceId, practitionerId }, (tx) =>
    onceOnly(tx, services, actor, operation, input, async () => {
      await lockForTime(tx, { practiceId, patientId, practitionerId });
      const judged = await judgeTime(tx, services, actor, {
        ...input,
        startsAt: Temporal.Instant.from(input.startsAt),
      });
      if (!judged.ok) return judged;
      const { conflicts, ownHolds } = judged.value;
      const decided = decideDeskTime(judged.value, services.now);
      if (!decided.ok) {
        return decided.reason === "slot_taken" ? refused("slot_taken", { conflicts }) : decided;
      }
      const holdId = ownHolds.find((hold) => hold.patientId === patientId)?.id ?? null;
      const inTheWay = ownHolds.map(({ id }) => id);
      await makeRoom(tx, services, actor, inTheWay, holdId);
      return ok(await write({ tx, time: decided.value, holdId }));
    }),
  );
  return offerOthers(services, { ...actor, patientId }, result, input);
}

/** Adds the next best times to a lost one, beside what stands in its way (R30). */
export async function offerOthers<T, Reason extends string>(
  services: Services,
  actor: VisitActor,
  result: Result<T, Reason>,
  lost: LostTime,
): Promise<Result<T, Reason>> {
  if (result.ok || result.reason !== "slot_taken") return result;
  const alternatives = await alternativesTo(services, actor, lost);
  return { ...result, detail: { ...result.detail, alternatives } };
}

/** Own holds in the way go, and whatever else the actor holds at the desk: who books now has chosen. */
async function makeRoom(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  inTheWay: readonly string[],
  keptId: string | null,
): Promise<void> {
  const atDesk = { bookedFrom: "desk", bookedByPersonId: actor.personId } as const;
  await release(tx, services, actor, {
    ...(keptId !== null && { NOT: { id: keptId } }),
    OR: [
      { id: { in: [...inTheWay] } },
      { ...atDesk, holdExpiresAt: { gt: fromInstant(services.now) } },
    ],
  });
}

/** Writes a taken time, over the hold it is made of or as a row of its own. Answers the visit's id. */
export async function writeTaken(
  services: Services,
  actor: ClinicActor,
  { tx, time, holdId }: Taken,
  visit: {
    readonly patientId: string;
    readonly visitTypeId: string;
    readonly state: "held" | "booked";
    readonly holdExpiresAt: Date | null;
    readonly note: string | null;
  },
): Promise<string> {
  const { practiceId } = actor;
  const at = fromInstant(services.now);
  const columns = {
    ...visit,
    ...timeColumns(time),
    bookedFrom: "desk" as const,
    bookedByPersonId: actor.personId,
    updatedAt: at,
  };
  if (holdId !== null) {
    await tx.appointment.update({
      where: { practiceId_id: { practiceId, id: holdId } },
      data: { ...columns, version: { increment: 1 } },
      select: { id: true },
    });
    return holdId;
  }
  const id = services.random.uuid();
  await tx.appointment.create({
    data: { ...columns, practiceId, id, createdAt: at },
    select: { id: true },
  });
  return id;
}
