import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { CalendarEvent } from "./calendar-event";

interface CalendarFile {
  readonly method: "PUBLISH" | "REQUEST" | "CANCEL";
  readonly events: readonly CalendarEvent[];
  /** The calendar's own name, and how often a program may look for news: for feeds. */
  readonly feed?: { readonly name: string; readonly refreshSeconds: number };
}

/**
 * The events as an iCalendar object (RFC 5545, 5546, 7986): CRLF, folded at 75 octets. Instants stand in UTC, the one form
 * that every program reads alike and that tells the two 01:30s of a clock change apart.
 */
export function calendarFile({ method, events, feed }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: "Archway", product: "Archway", language: "EN" },
    scale: "GREGORIAN",
    method: ICalCalendarMethod[method],
    ...(feed && { name: escaped(oneLine(feed.name)), ttl: feed.refreshSeconds }),
  });
  for (const event of events) calendar.createEvent(entry(event));
  return `${calendar.toString()}\r\n`;
}

function entry(event: CalendarEvent): ICalEventData {
  const { uid, sequence, status, startsAt, endsAt, createdAt, changedAt, attendee } = event;
  return {
    id: uid,
    sequence,
    status: ICalEventStatus[status],
    start: startsAt.toString(),
    end: endsAt.toString(),
    stamp: changedAt.toString(),
    created: createdAt.toString(),
    lastModified: changedAt.toString(),
    summary: oneLine(event.summary),
    location: { title: oneLine(event.place) },
    description: event.description === null ? null : readable(event.description),
    url: event.url,
    organizer: { name: oneLine(event.organizer.name), email: event.organizer.address },
    attendees: attendee
      ? [
          {
            email: attendee.address,
            type: ICalAttendeeType.INDIVIDUAL,
            role: ICalAttendeeRole.REQ,
            status: attendee.agreed ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.TENTATIVE,
            // Nobody reads answers: moving and cancelling is done in the portal.
            rsvp: false,
          },
        ]
      : [],
    transparency:
      status === "CANCELLED" ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    // Who shares a calendar with others shows them "busy" and no more.
    class: ICalEventClass.PRIVATE,
  };
}

/** RFC 5545 knows no control characters but line breaks in texts. */
function readable(text: string): string {
  return text.toWellFormed().replace(/(?!\n)\p{Cc}/gu, " ");
}

function oneLine(text: string): string {
  return readable(text).replaceAll("\n", " ");
}

/** The library writes a calendar's name as it is. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
}
