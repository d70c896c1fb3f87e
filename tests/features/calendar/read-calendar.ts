import ICAL from "ical.js";

/** An entry as another program's library reads it. */
export interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly stampedAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string | null;
  readonly organizer: string;
  readonly attendees: readonly { readonly address: string; readonly partstat: string }[];
}

export interface ReadCalendar {
  readonly method: string;
  readonly name: string;
  readonly refresh: string;
  readonly entries: readonly ReadEntry[];
}

export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const said = (component: InstanceType<typeof ICAL.Component>, name: string) =>
    String(component.getFirstPropertyValue(name) ?? "");
  return {
    method: said(calendar, "method"),
    // TEXT by RFC 7986, which this library does not know.
    name: said(calendar, "name").replace(/\\([\\;,])/g, "$1"),
    refresh: said(calendar, "refresh-interval"),
    entries: calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      const stamp = component.getFirstPropertyValue("dtstamp");
      return {
        uid: event.uid,
        sequence: event.sequence,
        status: said(component, "status"),
        stampedAt: stamp instanceof ICAL.Time ? stamp.toJSDate().toISOString() : "",
        startsAt: event.startDate.toJSDate().toISOString(),
        endsAt: event.endDate.toJSDate().toISOString(),
        summary: event.summary,
        location: event.location,
        description: event.description,
        organizer: said(component, "organizer"),
        attendees: component.getAllProperties("attendee").map((attendee) => ({
          address: String(attendee.getFirstValue()).replace(/^mailto:/i, ""),
          partstat: String(attendee.getParameter("partstat")),
        })),
      };
    }),
  };
}

/** A calendar program: takes in what comes by the rules of RFC 5546, newest version of an entry first. */
export function calendarProgram() {
  const entries = new Map<string, ReadEntry>();
  return {
    entries: () => [...entries.values()],
    receive(text: string): void {
      const { method, entries: sent } = readCalendar(text);
      for (const entry of sent) {
        const known = entries.get(entry.uid);
        const isOlder =
          known !== undefined &&
          (entry.sequence < known.sequence ||
            (entry.sequence === known.sequence && entry.stampedAt < known.stampedAt));
        if (isOlder) continue;
        if (method === "CANCEL" && entry.status === "CANCELLED") entries.delete(entry.uid);
        else entries.set(entry.uid, entry);
      }
    },
  };
}
