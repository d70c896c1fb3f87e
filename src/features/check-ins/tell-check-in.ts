import type { Tx } from "@/db/client";
import { mailAbout } from "@/features/notifications/mail-about";
import { mailboxesAbout } from "@/features/people/mailboxes";
import type { Services } from "@/server/services";

/** Mails the patient and every guardian that something waits for them, or was answered, without saying what (S23). */
export async function tellCheckIn(
  tx: Tx,
  services: Services,
  purpose: "check_in_asked" | "check_in_answered",
  about: { readonly practiceId: string; readonly patientId: string },
): Promise<void> {
  for (const mailbox of await mailboxesAbout(tx, { ...about, guardiansToo: true }))
    await mailAbout(tx, services, mailbox, { ...about, purpose, page: "/" });
}
