import { Temporal } from "temporal-polyfill";
import type { AppointmentState } from "@/db/generated/enums";
import type { ClinicMade } from "../clinic/clinic-people";
import type { VisitTypeMade } from "../clinic/visit-types";
import { at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import type { DiaryTime } from "./diary";

export interface VisitMade {
  readonly id: string;
  readonly patient: PatientWithCourse;
  readonly state: AppointmentState;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly time: DiaryTime;
  readonly type: VisitTypeMade;
}

const reasons = [
  "I have to work",
  "I am ill",
  "Exam at school that day",
  "No one to take care of the children",
];

/** One appointment with its history, in the state that its time and chance give it. */
export function addAppointment(
  making: Making,
  clinic: ClinicMade,
  patient: PatientWithCourse,
  type: VisitTypeMade,
  time: DiaryTime,
): VisitMade {
  const { rows, practiceId, chance, now } = making;
  const startsAt = Temporal.Instant.fromEpochMilliseconds(time.startsAtMs);
  const endsAt = Temporal.Instant.fromEpochMilliseconds(time.endsAtMs);
  const byPatient =
    patient.registered && type.key !== "start" && (chance.happens(0.6) || type.key === "review");
  const latest = Math.min(time.startsAtMs - 2 * 86_400_000, now.epochMilliseconds - 3_600_000);
  const earliest = Math.max(latest - chance.between(1, 25) * 86_400_000, 0);
  const bookedAt = Temporal.Instant.fromEpochMilliseconds(
    Math.min(Math.max(earliest, patient.createdAt.epochMilliseconds + 3_600_000), latest),
  );
  const state = stateOf(making, type, time, byPatient);
  const member = chance.pick(clinic.staff);
  const bookedBy = byPatient ? patient.login.personId : member.personId;
  const id = chance.id(bookedAt);
  const cancelled = state === "cancelled";
  const reason = cancelled ? chance.pick(reasons) : null;
  const settledAt = settled(state, startsAt, endsAt, bookedAt, now);
  rows.add("tenant.appointment", {
    practiceId,
    id,
    patientId: patient.id,
    visitTypeId: type.id,
    practitionerId: time.orthodontist.practitionerId,
    chairId: time.chairId,
    locationId: time.locationId,
    state,
    startsAt: at(startsAt),
    endsAt: at(endsAt),
    practitionerBusyFromAt: at(startsAt),
    practitionerBusyUntilAt: new Date(time.busyUntilMs),
    chairBusyFromAt: at(startsAt),
    chairBusyUntilAt: new Date(time.busyUntilMs),
    bookedFrom: byPatient ? "portal" : "desk",
    bookedByPersonId: bookedBy,
    cancelledBy: cancelled ? (byPatient ? "patient" : "staff") : null,
    cancelReason: reason,
    cancelledLate: cancelled ? false : null,
    createdAt: at(bookedAt),
    updatedAt: at(settledAt),
  });
  const event = {
    practiceId,
    appointmentId: id,
    startsAt: at(startsAt),
  };
  const opened = state === "requested" ? ("requested" as const) : ("booked" as const);
  rows.add("tenant.appointment_event", {
    ...event,
    id: chance.id(bookedAt),
    event: opened === "requested" ? "request" : "book",
    toState: opened,
    actorPersonId: bookedBy,
    actorRole: byPatient ? "patient" : "staff",
    at: at(bookedAt),
  });
  if (state !== opened) {
    rows.add("tenant.appointment_event", {
      ...event,
      id: chance.id(settledAt),
      event: eventOf[state] ?? "book",
      fromState: opened,
      toState: state,
      actorPersonId: cancelled && byPatient ? patient.login.personId : member.personId,
      actorRole: cancelled && byPatient ? "patient" : "staff",
      reason,
      at: at(settledAt),
    });
  }
  return { id, patient, state, startsAt, endsAt, time, type };
}

const eventOf: Partial<Record<AppointmentState, string>> = {
  confirmed: "confirm",
  arrived: "arrive",
  in_chair: "seat",
  completed: "complete",
  cancelled: "cancel",
  no_show: "mark_no_show",
};

function stateOf(
  { chance, now }: Making,
  type: VisitTypeMade,
  time: DiaryTime,
  byPatient: boolean,
): AppointmentState {
  const nowMs = now.epochMilliseconds;
  const roll = chance.below(100);
  if (time.endsAtMs <= nowMs) {
    if (type.key === "start" || roll < 90) return "completed";
    return roll < 95 ? "cancelled" : "no_show";
  }
  if (time.startsAtMs <= nowMs) return "in_chair";
  if (time.startsAtMs <= nowMs + 15 * 60_000) return "arrived";
  if (type.key === "review") return byPatient ? "requested" : "booked";
  if (roll < 4 && time.dayOffset > 6) return "cancelled";
  return roll > (time.dayOffset < 7 ? 45 : 80) ? "confirmed" : "booked";
}

function settled(
  state: AppointmentState,
  startsAt: Temporal.Instant,
  endsAt: Temporal.Instant,
  bookedAt: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant {
  const wanted = {
    completed: endsAt,
    in_chair: startsAt,
    arrived: now.subtract({ minutes: 5 }),
    no_show: endsAt,
    confirmed: bookedAt.add({ minutes: 90 }),
    cancelled: bookedAt.add({ hours: 20 }),
  };
  const at = Object.entries(wanted).find(([name]) => name === state)?.[1] ?? bookedAt;
  return Temporal.Instant.compare(at, now) > 0 ? now.subtract({ minutes: 10 }) : at;
}
