import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import { recordMove } from "../record-event";

/**
 * Gives a held time back before its five minutes are over. One that is gone already is answered the same way. Refusal:
 * `view_only` for a guardian who may look alone.
 */
export async function releaseHold(
  services: Services,
  actor: PatientActor,
  { id }: { readonly id: string },
): Promise<Result<{ released: boolean }, "view_only">> {
  return inPractice(services.db, actor.practiceId, async (tx) =>
    (await mayAct(tx, actor))
      ? ok({
          released: (await release(tx, services, actor, { id, patientId: actor.patientId })) > 0,
        })
      : refused("view_only"),
  );
}

/** A visit moves to a time that the same patient holds: the hold makes room for it. */
export async function releaseOwnHolds(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  startsAt: Temporal.Instant,
): Promise<void> {
  const { patientId } = actor;
  await release(tx, services, actor, { patientId, startsAt: fromInstant(startsAt) });
}

/** The practice's live holds of `which`, each with its event. Answers how many there were. */
export async function release(
  tx: Tx,
  services: Services,
  actor: PatientActor | ClinicActor,
  which: Prisma.AppointmentWhereInput,
): Promise<number> {
  const { practiceId } = actor;
  const released = await tx.appointment.updateManyAndReturn({
    where: { ...which, practiceId, state: "held" },
    data: {
      state: "released",
      holdExpiresAt: null,
      updatedAt: fromInstant(services.now),
      version: { increment: 1 },
    },
    select: { id: true, patientId: true, startsAt: true },
  });
  for (const { id, patientId, startsAt } of released) {
    await recordMove(
      tx,
      services,
      { ...actor, patientId },
      {
        appointmentId: id,
        event: "release",
        from: "held",
        to: "released",
        startsAt: toInstant(startsAt),
        action: "appointment.released",
      },
    );
  }
  return released.length;
}
