import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { queueMail } from "@/features/notifications/queue-delivery";
import { mailboxesAbout } from "@/features/people/mailboxes";
import type { Services } from "@/server/services";
import type { VisitActor } from "./booker";

interface News {
  readonly purpose: keyof typeof pages;
  readonly startsAt: Temporal.Instant;
  readonly previousStartsAt?: Temporal.Instant;
}

/** Where the button of each mail leads. */
const pages = {
  appointment_booked: "/appointments",
  appointment_rescheduled: "/appointments",
  appointment_changed: "/appointments",
  appointment_cancelled: "/appointments/new",
  appointment_declined: "/appointments/new",
} as const;

/**
 * Mails the patient, and the guardian who did it or, where the practice did, every guardian: day, time and practice,
 * never what the visit is for (S23).
 */
export async function tellPeople(
  tx: Tx,
  services: Services,
  actor: VisitActor,
  news: News,
): Promise<void> {
  const { practiceId, patientId, loginId } = actor;
  const mailboxes = await mailboxesAbout(tx, {
    practiceId,
    patientId,
    ...(actor.kind === "clinic" ? { guardiansToo: true } : { actingLoginId: loginId }),
  });
  const { purpose, startsAt, previousStartsAt } = news;
  for (const { address, language, personId, isGuardian } of mailboxes) {
    await queueMail(tx, services, {
      purpose,
      practiceId,
      patientId,
      personId,
      to: address,
      language,
      values: {
        startsAt: startsAt.toString(),
        page: isGuardian ? `${pages[purpose]}?patient=${patientId}` : pages[purpose],
        ...(previousStartsAt && { previousStartsAt: previousStartsAt.toString() }),
      },
    });
  }
}
