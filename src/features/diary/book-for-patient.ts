import type { Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { recordMove } from "@/features/appointments/record-event";
import { tellPeople } from "@/features/appointments/tell-people";
import type { Services } from "@/server/services";
import type { DeskTimeRefusal } from "./refusals";
import type { DeskBooking, DiaryVisit } from "./schema";
import { takeTime, writeTaken } from "./take-time";
import { visitIn } from "./visit-rows";

/**
 * The practice books for a patient (R36): any minute and length, no notice window, restrictions do not bind it (R9, R32).
 * `slot_taken` comes with `conflicts`, `outside_hours` with `violations`. A hold of the same patient becomes the visit.
 */
export function bookForPatient(
  services: Services,
  actor: ClinicActor,
  input: DeskBooking,
): Promise<Result<DiaryVisit, DeskTimeRefusal>> {
  const { patientId, visitTypeId, note } = input;
  const acting = { ...actor, patientId };
  return takeTime(services, actor, "POST /api/diary/appointments", input, async (taken) => {
    const { tx, time, holdId } = taken;
    const id = await writeTaken(services, actor, taken, {
      patientId,
      visitTypeId,
      state: "booked",
      holdExpiresAt: null,
      note: note || null,
    });
    await recordMove(tx, services, acting, {
      appointmentId: id,
      event: "book",
      from: holdId === null ? null : "held",
      to: "booked",
      startsAt: time.startsAt,
      action: "appointment.booked",
      detail: { outsideHours: input.outsideHours },
    });
    if (input.tellPatient) {
      await tellPeople(tx, services, acting, {
        appointmentId: id,
        purpose: "appointment_booked",
        startsAt: time.startsAt,
      });
    }
    return visitIn(tx, services, actor, id);
  });
}
