import { type Refused, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { alternativesTo, type LostTime } from "./next-best-times";
import { ownVisitAt } from "./queries";
import type { TimeWishInput } from "./schema";
import { leftOutOfMove } from "./wishes/wished-time";

/** Rules that say "less than the notice is left", each in its own words. */
type TooLate =
  | "already_over"
  | "inside_booking_notice"
  | "inside_reschedule_notice"
  | "inside_cancel_notice";

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
  return { ...refusal, detail: { alternatives: await alternativesTo(services, actor, lost) } };
}

/** The same for a visit that moves: its own time is among the next best ones unless the practice has to agree (R31). */
export async function explainMove<T, Reason extends string>(
  services: Services,
  actor: PatientActor,
  result: Result<T, Reason>,
  wanted: TimeWishInput & { readonly leftOutId: string },
): Promise<Result<T, Exclude<Reason, TooLate> | "too_late">> {
  if (result.ok || result.reason !== "slot_taken")
    return explainRefusal(services, actor, result, null);
  const leftOutId = await leftOutOfMove(services, actor.practiceId, wanted.leftOutId);
  return explainRefusal(services, actor, result, { ...wanted, leftOutId });
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
