import type { Tx } from "@/db/client";
import type { Env } from "@/env";
import type { Mail } from "@/ports/mail";
import { type CalendarPractice, type CalendarVisit, calendarEvent } from "./calendar-event";
import { calendarFile } from "./calendar-file";
import { type CalendarRow, calendarColumns, calendarVisit } from "./visit-rows";

export interface Invitation {
  /** The visit as its row is now, whatever the mail was written for. */
  readonly visit: CalendarVisit;
  readonly calendar: NonNullable<Mail["calendar"]>;
}

/**
 * A visit as an invitation, or as its cancellation, for one recipient (R34; RFC 5546). Made of the row alone, so that a
 * sequence number never comes with anything but its own state. Null when there is no such visit.
 */
export async function invitationTo(
  tx: Tx,
  env: Pick<Env, "appUrl">,
  practice: CalendarPractice,
  wanted: {
    readonly practiceId: string;
    readonly appointmentId: string;
    readonly recipient: string;
    readonly as: "patient" | "guardian";
    readonly language: string;
  },
): Promise<Invitation | null> {
  const { practiceId, appointmentId, recipient, as, language } = wanted;
  const [row] = await tx.$queryRawUnsafe<CalendarRow[]>(
    `${calendarColumns} and a.id = $2::uuid`,
    practiceId,
    appointmentId,
  );
  if (!row) return null;
  const visit = calendarVisit(row);
  const event = calendarEvent(visit, practice, { as, language, address: recipient }, env.appUrl);
  const method = visit.state === "cancelled" ? "CANCEL" : "REQUEST";
  return { visit, calendar: { method, content: calendarFile({ method, events: [event] }) } };
}
