import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { mailAbout } from "@/features/notifications/mail-about";
import { visitMailValues } from "@/features/notifications/visit-mail";
import { mailboxesAbout } from "@/features/people/mailboxes";
import type { Services } from "@/server/services";
import type { VisitActor } from "./booker";

interface News {
  readonly appointmentId: string;
  readonly purpose: keyof typeof pages;
  readonly startsAt: Temporal.Instant;
  readonly previousStartsAt?: Temporal.Instant;
  /** Where the button leads, if not where its purpose usually does. */
  readonly page?: string;
}

/** Where the button of each mail leads. */
const pages = {
  appointment_booked: "/appointments",
  appointment_rescheduled: "/appointments",
  appointment_changed: "/appointments",
  appointment_cancelled: "/appointments/new",
  appointment_declined: "/appointments/new",
  appointment_kept: "/appointments",
  appointment_choose_again: "/appointments",
} as const;

/**
 * Mails the patient, the guardian who did it and those who were mailed about this visit before, so that nobody's calendar
 * keeps what is no longer so (R34); where the practice did it, every guardian. Day, time and practice, never what the
 * visit is for (S23).
 */
export async function tellPeople(
  tx: Tx,
  services: Services,
  actor: VisitActor,
  news: News,
): Promise<number> {
  const { practiceId, patientId } = actor;
  const acting = actor.kind === "patient" ? actor : null;
  return tellAbout(tx, services, { practiceId, patientId, acting }, news);
}

/** The same where nobody of the patient's side acts: every guardian is told. */
export async function tellAbout(
  tx: Tx,
  services: Services,
  about: {
    readonly practiceId: string;
    readonly patientId: string;
    readonly acting: { readonly loginId: string; readonly personId: string } | null;
  },
  news: News,
): Promise<number> {
  const { practiceId, patientId, acting } = about;
  const mailboxes = await mailboxesAbout(tx, {
    practiceId,
    patientId,
    guardiansToo: true,
    ...(acting && { actingLoginId: acting.loginId }),
  });
  const { appointmentId, purpose, startsAt, previousStartsAt, page = pages[purpose] } = news;
  const { calendarSequence } = await tx.appointment.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: appointmentId } },
    select: { calendarSequence: true },
  });
  const told = await toldBefore(tx, practiceId, patientId, appointmentId);
  for (const mailbox of mailboxes) {
    const { personId, isGuardian } = mailbox;
    const isTold = acting === null || personId === acting.personId || told.has(personId);
    if (isGuardian && !isTold) continue;
    await mailAbout(tx, services, mailbox, {
      purpose,
      practiceId,
      patientId,
      page,
      values: {
        ...visitMailValues({ appointmentId, calendarSequence, isGuardian }),
        startsAt: startsAt.toString(),
        ...(previousStartsAt && { previousStartsAt: previousStartsAt.toString() }),
      },
    });
  }
  return mailboxes.length;
}

/** Who was mailed about a visit before. */
async function toldBefore(
  tx: Tx,
  practiceId: string,
  patientId: string,
  appointmentId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.delivery.findMany({
    where: {
      practiceId,
      patientId,
      kind: "mail",
      content: { path: ["values", "appointmentId"], equals: appointmentId },
    },
    select: { personId: true },
  });
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}
