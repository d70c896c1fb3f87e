import { Temporal } from "temporal-polyfill";
import { nextBestTimes } from "@/domain/appointments/suggested-times";
import { type Refused, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { askedBy, freeTimesOf } from "./free-times";
import { ownVisitAt } from "./queries";
import type { Slot, TimeWishInput } from "./schema";
import { slotOf } from "./slot";
import { timeFacts } from "./time-facts";

/** Rules that say "less than the notice is left", each in its own words. */
type TooLate =
  | "already_over"
  | "inside_booking_notice"
  | "inside_reschedule_notice"
  | "inside_cancel_notice";

interface LostTime {
  readonly visitTypeId: string;
  readonly practitionerId: string;
  readonly startsAt: string;
  readonly leftOutId?: string;
}

const ALTERNATIVES = 6;

/**
 * Adds to a refusal what helps: the next best times to a lost one (R30), the practice's phone to one that comes too
 * late (R32). `lost` null is for what asks for no time.
 */
export async function explainRefusal<T, Reason extends string>(
  services: Services,
  actor: PatientActor,
  result: Result<T, Reason>,
  lost: LostTime | null,
): Promise<Result<T, Exclude<Reason, TooLate> | "too_late">> {
  if (result.ok) return result;
  if (isTooLate(result)) {
    const practice = await practiceById(services, actor.practiceId);
    return refused("too_late", { ...result.detail, phone: practice?.supportPhone ?? "" });
  }
  const refusal = result as Refused<Exclude<Reason, TooLate>>;
  if (result.reason !== "slot_taken" || lost === null) return refusal;
  return { ...refusal, detail: { alternatives: await alternatives(services, actor, lost) } };
}

/** The same for a time of one's own: what was booked a moment ago in another tab is nobody else's (R30). */
export async function explainBooking<T, Reason extends string>(
  services: Services,
  actor: PatientActor,
  result: Result<T, Reason>,
  wanted: TimeWishInput,
): Promise<Result<T, Exclude<Reason, TooLate> | "too_late" | "already_booked">> {
  if (!result.ok && result.reason === "slot_taken") {
    const appointmentId = await ownVisitAt(services, actor, wanted);
    if (appointmentId !== null) return refused("already_booked", { appointmentId });
  }
  return explainRefusal(services, actor, result, wanted);
}

function isTooLate(refusal: Refused<string>): boolean {
  return refusal.reason === "already_over" || /^inside_\w+_notice$/.test(refusal.reason);
}

/** Free a moment ago, with anybody who takes this type of visit; a few days before and two weeks after. */
async function alternatives(
  services: Services,
  actor: PatientActor,
  lost: LostTime,
): Promise<(Slot & { practitionerName: string })[]> {
  const startsAt = Temporal.Instant.from(lost.startsAt);
  const on = startsAt.toZonedDateTimeISO(actor.zone).toPlainDate();
  const range = { fromOn: on.subtract({ days: 3 }), toOn: on.add({ days: 15 }) };
  const { visitTypeId, leftOutId = null } = lost;
  const facts = await timeFacts(
    services.db,
    askedBy(services, actor, { ...range, visitTypeId, practitionerId: null, leftOutId }),
  );
  const times = freeTimesOf(services, actor, facts, range);
  const names = new Map(facts.practitioners.map(({ id, name }) => [id, name]));
  return nextBestTimes(startsAt, times, ALTERNATIVES, lost.practitionerId).map((time) => ({
    ...slotOf(time),
    practitionerName: names.get(time.practitionerId) ?? "",
  }));
}
