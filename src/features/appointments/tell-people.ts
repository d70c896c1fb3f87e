import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { PatientActor } from "@/features/access/actors";
import { queueMail } from "@/features/notifications/queue-delivery";
import { mailboxesAbout } from "@/features/people/mailboxes";
import type { Services } from "@/server/services";

interface News {
  readonly purpose: "appointment_booked" | "appointment_rescheduled" | "appointment_cancelled";
  readonly startsAt: Temporal.Instant;
  readonly previousStartsAt?: Temporal.Instant;
}

/** Mails the patient, and the guardian who did it: day, time and practice, never what the visit is for (S23). */
export async function tellPeople(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  news: News,
): Promise<void> {
  const { practiceId, patientId, loginId } = actor;
  const mailboxes = await mailboxesAbout(tx, { practiceId, patientId, actingLoginId: loginId });
  const { purpose, startsAt, previousStartsAt } = news;
  for (const { address, language, personId } of mailboxes) {
    await queueMail(tx, services, {
      purpose,
      practiceId,
      patientId,
      personId,
      to: address,
      language,
      values: {
        startsAt: startsAt.toString(),
        ...(previousStartsAt && { previousStartsAt: previousStartsAt.toString() }),
      },
    });
  }
}
