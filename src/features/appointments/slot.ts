import type { FreeTime } from "@/domain/appointments/free-times";
import { isoOf } from "./free-times";
import type { Slot } from "./schema";

/** A free time as it is told to the outside; the chair is nobody's business. */
export function slotOf(time: FreeTime): Slot {
  return {
    startsAt: isoOf(time.startsAtMs),
    endsAt: isoOf(time.endsAtMs),
    practitionerId: time.practitionerId,
    locationId: time.locationId,
  };
}
