import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ReminderChannel } from "@/domain/reminders/decide-reminders";
import { type VisitLinkState, visitLinkState } from "@/domain/reminders/visit-link";
import { type FoundVisitLink, findVisitLink } from "@/features/people/visit-link-token";
import { visitPeople } from "@/features/people/visit-people";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { reminderChannel } from "./rule-facts";

/** Who holds a link: somebody with a login who is still told of this patient, or the address of the record. */
export interface LinkHolder {
  readonly personId: string | null;
  readonly loginId: string | null;
  readonly role: "patient" | "guardian";
  readonly mayAct: boolean;
}

/** The holder of a link today, or null: a login deleted, a guardian whose right has ended (R10). */
export async function linkHolder(tx: Tx, link: FoundVisitLink): Promise<LinkHolder | null> {
  if (link.loginId === null) {
    const record = await tx.patient.count({
      where: { practiceId: link.practiceId, id: link.patientId, archivedAt: null },
    });
    return record === 0 ? null : { personId: null, loginId: null, role: "patient", mayAct: true };
  }
  const people = await visitPeople(tx, link);
  const person = people.find(({ loginId }) => loginId === link.loginId);
  if (!person) return null;
  const { personId, loginId, isGuardian, mayAct } = person;
  return { personId, loginId, role: isGuardian ? "guardian" : "patient", mayAct };
}

/** The reminder a link came with. */
export async function reminderOf(
  tx: Tx,
  { practiceId, reminderId }: FoundVisitLink,
): Promise<{
  appointmentId: string;
  visitStartsAt: Temporal.Instant;
  channel: ReminderChannel;
} | null> {
  const row = await tx.reminder.findUnique({
    where: { practiceId_id: { practiceId, id: reminderId } },
    select: { appointmentId: true, visitStartsAt: true, rule: { select: { channel: true } } },
  });
  if (!row) return null;
  return {
    appointmentId: row.appointmentId,
    visitStartsAt: toInstant(row.visitStartsAt),
    channel: reminderChannel(row.rule.channel),
  };
}

export interface VisitLinkView {
  readonly state: VisitLinkState;
  /** Of the visit the reminder was about; where it is now stands in the portal alone. */
  readonly startsAt: string;
  readonly practice: {
    readonly shortName: string;
    readonly name: string;
    readonly zone: string;
    readonly phone: string;
  };
  readonly mayAct: boolean;
  /** Where the visit is moved or cancelled, behind the login; null without one. */
  readonly changeHref: string | null;
}

/**
 * What a reminder's link shows without a login: date, time and practice, and nothing else (R35, S23). Opening it changes
 * nothing: mail scanners open links too (S13). Null: no such link, or not this person's any more.
 */
export async function readVisitLink(
  services: Services,
  token: string,
): Promise<VisitLinkView | null> {
  const link = await findVisitLink(services, token);
  const practice = link && (await practiceById(services, link.practiceId));
  if (!link || !practice) return null;
  return inPractice(services.db, link.practiceId, async (tx) => {
    const [reminder, holder] = [await reminderOf(tx, link), await linkHolder(tx, link)];
    if (!reminder || !holder) return null;
    const visit = await tx.appointment.findFirst({
      where: { practiceId: link.practiceId, id: reminder.appointmentId, patientId: link.patientId },
      select: { state: true, startsAt: true },
    });
    if (!visit) return null;
    const standing = { state: visit.state, startsAt: toInstant(visit.startsAt) };
    const state = visitLinkState(reminder, standing, services.now);
    return {
      state,
      startsAt: reminder.visitStartsAt.toString(),
      practice: {
        shortName: practice.shortName,
        name: practice.name,
        zone: practice.zone,
        phone: practice.supportPhone,
      },
      mayAct: holder.mayAct,
      changeHref: holder.loginId === null ? null : changeHref(link, holder, state, reminder),
    };
  });
}

function changeHref(
  { patientId }: FoundVisitLink,
  { role }: LinkHolder,
  state: VisitLinkState,
  { appointmentId }: { readonly appointmentId: string },
): string {
  const query = role === "guardian" ? `?patient=${patientId}` : "";
  const isAhead = state === "open" || state === "confirmed";
  return isAhead ? `/appointments/${appointmentId}/reschedule${query}` : `/appointments${query}`;
}
