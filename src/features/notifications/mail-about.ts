import type { Tx } from "@/db/client";
import type { Mailbox } from "@/features/people/mailboxes";
import { withPatient } from "@/lib/patient-href";
import type { Services } from "@/server/services";
import type { MailPurpose } from "./purposes";
import { queueMail } from "./queue-delivery";

interface MailAbout {
  readonly purpose: MailPurpose;
  readonly practiceId: string;
  readonly patientId: string;
  /** Where its button leads; a guardian's names the patient (R10). */
  readonly page: string;
  /** What else its words name. Nothing clinical (S23). */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Mails one of those who read about a patient. */
export async function mailAbout(
  tx: Tx,
  services: Services,
  { address, language, personId, isGuardian }: Mailbox,
  { page, values, ...about }: MailAbout,
): Promise<void> {
  await queueMail(tx, services, {
    ...about,
    personId,
    to: address,
    language,
    values: { ...values, page: isGuardian ? withPatient(page, about.patientId) : page },
  });
}
