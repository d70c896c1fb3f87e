import { Temporal } from "temporal-polyfill";
import {
  activeAt,
  addDays,
  canSendCases,
  type Due,
  type DueReason,
  dueDates,
  EXPIRING_DAYS,
  type LabConnectionFacts,
  labConnectionStatus,
} from "@/domain/lab-connection/status";

/** R45: days before the due date on which a mail goes out, and from which the page warns. */
const MAIL_DAYS: Readonly<Record<DueReason, readonly number[]>> = {
  cut_over: [14, 7, 3, 1],
  periodic: [14, 7, 3, 1],
  inactive: [7, 1],
};
const INACTIVE_PAGE_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What the page, and the moment a case is opened, say; days are whole days of 24 hours. */
export interface LabNotice extends Due {
  /** Rounded up: 1 during the last day. */
  readonly daysLeft: number;
  /** Rounded down, from the later of the last sign-in and scan: "No scan for 24 days". */
  readonly daysWithoutScan: number;
}

/** One mail to send; (dueReason, dueAt, daysBefore) is its key, so that it goes out once. */
export interface WarningMail extends Due {
  readonly daysBefore: number;
  readonly mailAt: Temporal.Instant;
}

/** R45: notices of a connection that still works, the soonest due first; none when it does not. */
export function labNotices(facts: LabConnectionFacts, now: Temporal.Instant): LabNotice[] {
  const signedInAt = facts.lastAuthenticatedAt;
  if (signedInAt === null || !canSendCases(labConnectionStatus(facts, now))) return [];
  return dueDates(facts)
    .filter((due) => Temporal.Instant.compare(now, pageWarnsFrom(due) ?? now) >= 0)
    .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))
    .map((due) => ({
      ...due,
      daysLeft: Math.ceil(daysBetween(now, due.dueAt)),
      daysWithoutScan: Math.floor(daysBetween(activeAt(facts, signedInAt), now)),
    }));
}

/** Null: from the start. A sign-in that ends with the cut-over is always worth a notice (R44). */
function pageWarnsFrom(due: Due): Temporal.Instant | null {
  if (due.dueReason === "cut_over") return null;
  return addDays(due.dueAt, -(due.dueReason === "inactive" ? INACTIVE_PAGE_DAYS : EXPIRING_DAYS));
}

/** Every warning mail of the present due dates, in order of time (R45); a new scan moves them. */
export function warningMails(facts: LabConnectionFacts): WarningMail[] {
  return dueDates(facts)
    .flatMap((due) =>
      MAIL_DAYS[due.dueReason].map((daysBefore) => ({
        ...due,
        daysBefore,
        mailAt: addDays(due.dueAt, -daysBefore),
      })),
    )
    .sort((a, b) => Temporal.Instant.compare(a.mailAt, b.mailAt));
}

/**
 * Mails to send now unless sent before: per due date the latest whose time has come, so that a
 * worker that slept for a week sends one and not three. None once re-authentication is required.
 */
export function warningMailsDue(facts: LabConnectionFacts, now: Temporal.Instant): WarningMail[] {
  if (!canSendCases(labConnectionStatus(facts, now))) return [];
  const latest = new Map<DueReason, WarningMail>();
  for (const mail of warningMails(facts)) {
    if (Temporal.Instant.compare(mail.mailAt, now) <= 0) latest.set(mail.dueReason, mail);
  }
  return [...latest.values()];
}

function daysBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / DAY_MS;
}
