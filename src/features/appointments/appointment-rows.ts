import { Temporal } from "temporal-polyfill";
import {
  type AppointmentState,
  nextAppointmentState,
} from "@/domain/appointments/appointment-state";
import type { PatientActor } from "@/features/access/actors";
import { mayActSql } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import { bookerRole } from "./booker";
import { changeUntil } from "./change-limits";
import { isoOf } from "./free-times";
import { askedToMove } from "./lock-appointment";
import type { AppointmentView } from "./schema";

/** One row of `appointmentColumns`. */
export interface AppointmentRow {
  readonly id: string;
  readonly state: AppointmentView["state"];
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly visit_type_id: string;
  readonly visit_type_name: string;
  readonly online: boolean;
  readonly restricted: boolean;
  readonly may_act: boolean;
  readonly practitioner_id: string;
  readonly practitioner_name: string;
  readonly practitioner_title: string | null;
  readonly location_id: string;
  readonly location_name: string;
  readonly address_line1: string;
  readonly postcode: string;
  readonly town: string;
  readonly reschedule_notice_hours: number;
  readonly cancel_notice_hours: number;
  readonly wish: {
    readonly startsAt: string;
    readonly practitioner: { readonly id: string; readonly name: string };
  } | null;
}

/** $1 practice, $2 patient, $3 the guardian who acts or null. A wish for another time stands beside its visit. */
export const appointmentColumns = `
  select a.id, a.state, a.starts_at, a.ends_at, a.hold_expires_at, v.id as visit_type_id, v.name as visit_type_name, v.needs_approval,
    v.bookable_online and v.archived_at is null as online, t.booking_restricted_at is not null as restricted,
    ${mayActSql("$2::uuid", "$3")} as may_act,
    d.id as practitioner_id, d.name as practitioner_name, d.title as practitioner_title,
    l.id as location_id, l.name as location_name, l.address_line1, l.postcode, l.town,
    case when ${askedToMove} then 0 else s.reschedule_notice_hours end as reschedule_notice_hours, s.cancel_notice_hours,
    case when a.state in ('booked', 'confirmed') then (select json_build_object('startsAt', w.starts_at,
        'practitioner', json_build_object('id', wd.id, 'name', wd.name))
      from tenant.appointment w join tenant.practitioner wd on wd.practice_id = w.practice_id and wd.id = w.practitioner_id
      where w.practice_id = $1::uuid and w.replaces_appointment_id = a.id and w.state = 'requested') end as wish
  from tenant.appointment a
  join tenant.patient t on t.practice_id = a.practice_id and t.id = a.patient_id
  join tenant.visit_type v on v.practice_id = a.practice_id and v.id = a.visit_type_id
  join tenant.practitioner d on d.practice_id = a.practice_id and d.id = a.practitioner_id
  join tenant.location l on l.practice_id = a.practice_id and l.id = a.location_id
  join tenant.practice_settings s on s.practice_id = a.practice_id
  where a.practice_id = $1::uuid and a.patient_id = $2::uuid and a.replaces_appointment_id is null`;

export function appointmentView(
  services: Pick<Services, "now">,
  actor: PatientActor,
  row: AppointmentRow,
): AppointmentView {
  const rescheduling = changeOf(services, actor, row, "reschedule");
  const cancelling = changeOf(services, actor, row, "cancel");
  return {
    id: row.id,
    state: row.state,
    startsAt: isoOf(row.starts_at.getTime()),
    endsAt: isoOf(row.ends_at.getTime()),
    visitType: { id: row.visit_type_id, name: row.visit_type_name },
    practitioner: {
      id: row.practitioner_id,
      name: row.practitioner_name,
      title: row.practitioner_title,
    },
    location: {
      id: row.location_id,
      name: row.location_name,
      addressLine1: row.address_line1,
      postcode: row.postcode,
      town: row.town,
    },
    rescheduling: rescheduling.change,
    reschedulingUntil: rescheduling.until,
    cancelling: cancelling.change,
    cancellingUntil: cancelling.until,
    wish: row.wish && {
      ...row.wish,
      startsAt: isoOf(Date.parse(row.wish.startsAt)),
      withdrawing: row.may_act ? "possible" : "closed",
    },
  };
}

interface Change {
  readonly change: AppointmentView["rescheduling"];
  readonly until: string | null;
}

/** What the patient can still do with a visit and until when: the same questions as the rules ask (R9, R32). */
function changeOf(
  services: Pick<Services, "now">,
  actor: PatientActor,
  row: AppointmentRow,
  event: "reschedule" | "cancel",
): Change {
  const state: AppointmentState = row.state;
  const startsAt = Temporal.Instant.fromEpochMilliseconds(row.starts_at.getTime());
  const begun = Temporal.Instant.compare(startsAt, services.now) <= 0;
  const follows = nextAppointmentState(state, event, bookerRole(actor));
  if (begun || !row.may_act || !follows.ok) return { change: "closed", until: null };
  const byPhone: Change = { change: "call_practice", until: null };
  if (event === "reschedule" && (row.restricted || !row.online)) return byPhone;
  const hours = event === "cancel" ? row.cancel_notice_hours : row.reschedule_notice_hours;
  // A wish that nobody has agreed to can be taken back until its time.
  const until = changeUntil(services.now, startsAt, state === "requested" ? 0 : hours);
  return until === null ? byPhone : { change: "possible", until };
}
