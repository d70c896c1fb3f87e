import { inPractice } from "@/db/transaction";
import type { AppointmentState } from "@/domain/appointments/appointment-state";
import type { CalendarPractice } from "@/features/calendar/calendar-event";
import { invitationTo } from "@/features/calendar/invitation";
import type { Mail } from "@/ports/mail";
import type { Services } from "@/server/services";
import type { LeasedDelivery } from "./lease-delivery";
import type { MailPurpose } from "./purposes";

type MailValues = LeasedDelivery["values"];

/** What makes a mail one about a visit: it takes the visit's state with it when it leaves, and the calendar entry. */
export function visitMailValues(about: {
  readonly appointmentId: string;
  readonly calendarSequence: number;
  readonly isGuardian: boolean;
}): Record<string, string | number> {
  const { appointmentId, calendarSequence, isGuardian } = about;
  return { appointmentId, calendarSequence, as: isGuardian ? "guardian" : "patient" };
}

interface VisitMail {
  readonly values: MailValues;
  readonly calendar: NonNullable<Mail["calendar"]>;
}

/**
 * Words and calendar entry of a mail about a visit, both of the visit's row at this moment, so that a late mail tells
 * nothing that was overtaken (R34, S17). `outdated`: a newer mail about the visit goes to this address, or what the mail
 * says is not so any more. Null for a mail about something else.
 */
export async function visitMail(
  services: Services,
  leased: LeasedDelivery,
  purpose: MailPurpose,
  practice: CalendarPractice,
): Promise<VisitMail | "outdated" | null> {
  const { practiceId, recipient, language, values } = leased;
  const { appointmentId, calendarSequence } = values;
  if (typeof appointmentId !== "string" || typeof calendarSequence !== "number") return null;
  return inPractice(services.db, practiceId, async (tx) => {
    const newer = await tx.delivery.count({
      where: {
        practiceId,
        patientId: leased.patientId,
        kind: "mail",
        recipient,
        AND: [
          { content: { path: ["values", "appointmentId"], equals: appointmentId } },
          { content: { path: ["values", "calendarSequence"], gt: calendarSequence } },
        ],
      },
    });
    if (newer > 0) return "outdated";
    const as = values.as === "guardian" ? "guardian" : "patient";
    const wanted = { practiceId, appointmentId, recipient, as, language } as const;
    const invitation = await invitationTo(tx, services.env, practice, wanted);
    if (!invitation) return "outdated";
    const { state } = invitation.visit;
    if (!isStillSo(purpose, state)) return "outdated";
    const startsAt = invitation.visit.startsAt.toString();
    const { previousStartsAt, ...rest } = values;
    const hasMoved = previousStartsAt !== undefined && previousStartsAt !== startsAt;
    return {
      values: { ...rest, startsAt, ...(hasMoved && { previousStartsAt }) },
      calendar: invitation.calendar,
    };
  });
}

function isStillSo(purpose: MailPurpose, state: AppointmentState): boolean {
  if (purpose === "appointment_cancelled" || purpose === "appointment_declined")
    return state === "cancelled";
  if (purpose === "appointment_choose_again") return state !== "cancelled";
  return state !== "cancelled" && state !== "requested";
}
