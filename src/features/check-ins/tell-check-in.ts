import type { Tx } from "@/db/client";
import { queueMail } from "@/features/notifications/queue-delivery";
import { mailboxesAbout } from "@/features/people/mailboxes";
import type { Services } from "@/server/services";

/** Mails the patient and every guardian that something waits for them, or was answered, without saying what (S23). */
export async function tellCheckIn(
  tx: Tx,
  services: Services,
  purpose: "check_in_asked" | "check_in_answered",
  about: { readonly practiceId: string; readonly patientId: string },
): Promise<void> {
  const { practiceId, patientId } = about;
  for (const mailbox of await mailboxesAbout(tx, { practiceId, patientId, guardiansToo: true })) {
    const { address, language, personId, isGuardian } = mailbox;
    await queueMail(tx, services, {
      purpose,
      practiceId,
      patientId,
      personId,
      to: address,
      language,
      values: {
        page: isGuardian ? `/treatment/check-in?patient=${patientId}` : "/treatment/check-in",
      },
    });
  }
}
