import { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import { personRefusal } from "@/domain/appointments/booking";
import { checkDayRange, type FreeTime } from "@/domain/appointments/free-times";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayActSql } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import { bookerRole, guardianOf } from "./booker";
import { askedBy, bookableVisit, freeTimesOf } from "./free-times";
import type { SlotsRefusal } from "./refusals";
import type { Slot, SlotsQuery } from "./schema";
import { slotOf } from "./slot";
import { type TimeFacts, timeFacts } from "./time-facts";

export interface VisitTypeView {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  /** Booking it asks the practice for its yes. */
  readonly needsApproval: boolean;
}

// Restricted patients may book none (R9), nor may guardians who look alone (R10); a type that nobody takes online is no choice.
const bookable = {
  name: "visit-types",
  text: `
    select v.id, v.name, v.minutes, v.needs_approval as "needsApproval" from tenant.visit_type v
    where v.practice_id = $1::uuid and v.bookable_online and v.archived_at is null
      and exists (select from tenant.patient p where p.practice_id = $1::uuid and p.id = $2::uuid
        and p.booking_restricted_at is null and p.archived_at is null)
      and ${mayActSql("$2::uuid", "$3")}
      and exists (select from tenant.visit_type_practitioner x
        join tenant.practitioner d on d.practice_id = x.practice_id and d.id = x.practitioner_id
        where x.practice_id = $1::uuid and x.visit_type_id = v.id and d.archived_at is null and d.accepts_online_bookings)
    order by v.position, v.name`,
};

/** The types of visit this patient may book, in the practice's order. */
export async function visitTypes(
  services: Services,
  actor: PatientActor,
): Promise<Result<{ items: VisitTypeView[] }, never>> {
  const { practiceId, patientId } = actor;
  return ok({
    items: await readInPractice<VisitTypeView>(services.db, practiceId, bookable, [
      practiceId,
      patientId,
      guardianOf(actor),
    ]),
  });
}

export interface OfferedTimes {
  readonly facts: TimeFacts;
  readonly times: readonly FreeTime[];
}

/**
 * Free times of practice days `[from, to)`, 62 at most, by start, the patient's own practitioner first among equals
 * (R28, R29). One round trip. `leftOutId` is a visit about to move, whose own time counts as free.
 */
export async function offeredTimes(
  services: Services,
  actor: PatientActor,
  query: SlotsQuery & { readonly leftOutId?: string },
): Promise<Result<OfferedTimes, SlotsRefusal>> {
  const range = checkDayRange(
    Temporal.PlainDate.from(query.from),
    Temporal.PlainDate.from(query.to),
  );
  if (!range.ok) return range;
  const facts = await timeFacts(
    services.db,
    askedBy(services, actor, {
      ...range.value,
      visitTypeId: query.visitTypeId ?? null,
      practitionerId: query.practitionerId ?? null,
      leftOutId: query.leftOutId ?? null,
    }),
  );
  const visit = bookableVisit(facts);
  if (facts.patient === null) return refused("not_found");
  if (visit === null) {
    return query.visitTypeId === undefined ? ok({ facts, times: [] }) : refused("not_found");
  }
  if (query.practitionerId !== undefined && facts.practitioners.length === 0) {
    return refused("not_found");
  }
  const refusal = personRefusal({ actor: bookerRole(actor), patient: facts.patient, visit });
  if (refusal !== null) return refused(personReason(refusal.reason));
  const own = facts.patient.practitionerId;
  const times = freeTimesOf(services, actor, facts, range.value);
  return ok({ facts, times: own === null ? times : ownFirst(times, own) });
}

/** `GET /api/slots`. */
export async function listSlots(
  services: Services,
  actor: PatientActor,
  query: SlotsQuery,
): Promise<Result<{ items: Slot[]; timeZone: string }, SlotsRefusal>> {
  const offered = await offeredTimes(services, actor, query);
  if (!offered.ok) return offered;
  return ok({ items: offered.value.times.map(slotOf), timeZone: actor.zone });
}

function personReason(reason: string): SlotsRefusal {
  if (reason === "patient_archived" || reason === "booking_restricted") return reason;
  return "not_bookable_online";
}

function ownFirst(times: readonly FreeTime[], own: string): FreeTime[] {
  const rank = (time: FreeTime) => (time.practitionerId === own ? 0 : 1);
  return [...times].sort((a, b) => a.startsAtMs - b.startsAtMs || rank(a) - rank(b));
}
