import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { HOLD_MINUTES } from "@/domain/appointments/booking";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import { release } from "@/features/appointments/holds/release-hold";
import { recordMove } from "@/features/appointments/record-event";
import type { Services } from "@/server/services";
import type { DeskTimeRefusal } from "./refusals";
import type { DeskHold, DeskTime } from "./schema";
import { takeTime, writeTaken } from "./take-time";
import { visitIn } from "./visit-rows";

/**
 * The desk holds a time for five minutes while somebody is on the phone (R30, R36); the time it held before goes. Refused
 * as a booking is. Once the five minutes are over, booking it still works if nobody was faster.
 */
export function holdForPatient(
  services: Services,
  actor: ClinicActor,
  input: DeskTime,
): Promise<Result<DeskHold, DeskTimeRefusal>> {
  const { patientId, visitTypeId } = input;
  return takeTime(services, actor, "POST /api/diary/holds", input, async ({ tx, time, holdId }) => {
    const expiresAt = services.now.add({ minutes: HOLD_MINUTES });
    if (holdId !== null) await release(tx, services, actor, { id: holdId });
    const taken = { tx, time, holdId: null };
    const id = await writeTaken(services, actor, taken, {
      patientId,
      visitTypeId,
      state: "held",
      holdExpiresAt: fromInstant(expiresAt),
      note: null,
    });
    await recordMove(
      tx,
      services,
      { ...actor, patientId },
      {
        appointmentId: id,
        event: "hold",
        from: null,
        to: "held",
        startsAt: time.startsAt,
        action: "appointment.held",
      },
    );
    const { chairId, patient } = await visitIn(tx, services, actor, id);
    return { id, chairId, expiresAt: isoOf(expiresAt.epochMilliseconds), patient };
  });
}

/** The desk lets a held time go, whoever holds it there. One that is gone already is answered the same way. */
export function releaseDeskHold(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<{ released: boolean }, never>> {
  return inPractice(services.db, actor.practiceId, async (tx) =>
    ok({ released: (await release(tx, services, actor, { id, bookedFrom: "desk" })) > 0 }),
  );
}
