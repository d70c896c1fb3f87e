import type { Tx } from "@/db/client";
import { mailAbout } from "@/features/notifications/mail-about";
import { mailboxesAbout } from "@/features/people/mailboxes";
import type { Services } from "@/server/services";

/**
 * Mails the patient and every guardian that the practice has changed something, without saying what, in its link neither
 * (S23): home tells them. Who is to get such a mail already gets no second one.
 */
export async function tellPlanChanged(
  tx: Tx,
  services: Services,
  about: { readonly practiceId: string; readonly patientId: string },
): Promise<void> {
  const { practiceId, patientId } = about;
  const waiting = await tx.delivery.findMany({
    where: { practiceId, patientId, kind: "mail", purpose: "plan_changed", state: "queued" },
    select: { recipient: true },
  });
  const isWaiting = new Set(waiting.map(({ recipient }) => recipient));
  for (const mailbox of await mailboxesAbout(tx, { practiceId, patientId, guardiansToo: true })) {
    if (isWaiting.has(mailbox.address)) continue;
    await mailAbout(tx, services, mailbox, {
      purpose: "plan_changed",
      practiceId,
      patientId,
      page: "/",
    });
  }
}
