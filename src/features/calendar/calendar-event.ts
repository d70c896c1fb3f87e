import type { Temporal } from "temporal-polyfill";
import type { AppointmentState } from "@/domain/appointments/appointment-state";
import { formatInstantDay, formatInstantTime, zoneName } from "@/lib/format-time";
import { formatPhone } from "@/lib/phone";
import { sentence } from "@/lib/sentence";

/** A visit as calendars need it: when, where and in which version, never what for (S23). */
export interface CalendarVisit {
  readonly practiceId: string;
  readonly id: string;
  readonly patientId: string;
  /** The patient's given name; only guardians are shown it. */
  readonly givenName: string;
  readonly state: AppointmentState;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly sequence: number;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly place: string;
}

export interface CalendarPractice {
  readonly name: string;
  readonly zone: string;
  readonly supportPhone: string;
  readonly mailFrom: string;
}

/** Whose calendar it is: the patient's own, that of somebody who acts for them, or the practitioner's. */
export interface CalendarReader {
  readonly as: "patient" | "guardian" | "practitioner";
  readonly language: string;
  /** Where this calendar's mail goes; makes its owner an attendee. */
  readonly address?: string;
}

/** One entry of a calendar, in RFC 5545's words. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly summary: string;
  readonly place: string;
  readonly description: string | null;
  readonly url: string | null;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendee: { readonly address: string; readonly agreed: boolean } | null;
}

/**
 * A visit as a calendar's entry (R34). The UID is made of ids alone and stays for the visit's life, so that a move or a
 * cancellation meets the same entry; equal rows give equal entries.
 */
export function calendarEvent(
  visit: CalendarVisit,
  practice: CalendarPractice,
  reader: CalendarReader,
  appUrl: string,
): CalendarEvent {
  const { practiceId, id, state, sequence, startsAt, endsAt, createdAt, changedAt, place } = visit;
  const status =
    state === "cancelled" ? "CANCELLED" : state === "requested" ? "TENTATIVE" : "CONFIRMED";
  const url = reader.as === "practitioner" ? null : portalPage(visit, reader, appUrl);
  return {
    uid: `${id}@${practiceId}`,
    sequence,
    status,
    startsAt,
    endsAt,
    createdAt,
    changedAt,
    summary: summaryOf(visit, practice, reader),
    place,
    description: url && description(visit, practice, reader, url),
    url,
    organizer: { name: practice.name, address: practice.mailFrom },
    attendee:
      reader.address === undefined
        ? null
        : { address: reader.address, agreed: status !== "TENTATIVE" },
  };
}

/** A guardian's calendar has to say whose visit it is; whoever sees the practitioner's learns no name. */
function summaryOf(
  { givenName }: CalendarVisit,
  { name: practice }: CalendarPractice,
  { as, language }: CalendarReader,
): string {
  if (as === "practitioner") return sentence(language, "calendar.event.visit");
  return as === "guardian"
    ? sentence(language, "calendar.event.visitOf", { name: givenName, practice })
    : sentence(language, "calendar.event.visitAt", { practice });
}

function portalPage({ patientId }: CalendarVisit, { as }: CalendarReader, appUrl: string): string {
  return `${appUrl}/appointments${as === "guardian" ? `?patient=${patientId}` : ""}`;
}

/** Calendars show the reader's own time: the practice's stands here (R33). */
function description(
  { startsAt }: CalendarVisit,
  { zone, supportPhone }: CalendarPractice,
  { language }: CalendarReader,
  url: string,
): string {
  const at = startsAt.toString();
  const lines = [
    sentence(language, "calendar.event.practiceTime", {
      day: formatInstantDay(at, zone, language),
      time: formatInstantTime(at, zone, language),
      zone: zoneName(at, zone, language),
    }),
    sentence(language, "calendar.event.change", { url }),
    sentence(language, "calendar.event.call", { phone: formatPhone(supportPhone) }),
  ];
  return lines.join("\n");
}
