import type { Tx } from "@/db/client";
import { queueMail } from "@/features/notifications/queue-delivery";
import { colleagueMailboxes } from "@/features/people/colleague-mailboxes";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import { formatDayTime } from "@/lib/format-time";
import type { Services } from "@/server/services";
import type { CaseTrouble } from "./case-trouble";

interface Subject {
  readonly practiceId: string;
  readonly caseId: string;
}

/** The mail has a sentence for each. */
const sentenceOf: Readonly<Record<CaseTrouble, string>> = {
  never_connected: "signInAt",
  disabled: "disabledAt",
  refused_by_lab: "signInAt",
  cut_over: "signInAt",
  inactive: "signInAt",
  periodic: "signInAt",
  no_answer: "noAnswerAt",
  answer_unclear: "unclearAt",
  refused: "refusedAt",
  file_missing: "failedAt",
  not_at_lab: "failedAt",
  scans_missing: "failedAt",
  sent_while_lapsed: "unclearAt",
};

/**
 * Mails a case's orthodontist that it did not get to the lab, once per submission or resend whatever happens to it after
 * that (R47): number, time, reason, what to do. Nothing of the patient (S23).
 */
export async function tellNotSent(
  tx: Tx,
  services: Services,
  { practiceId, caseId }: Subject,
  trouble: CaseTrouble,
): Promise<void> {
  const found = await caseForMail(tx, { practiceId, caseId });
  if (!found) return;
  const since = await tx.caseEvent.findFirst({
    where: { practiceId, caseId, event: { in: ["submit", "resend"] } },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  const purpose = "case_not_sent";
  const told = await tx.delivery.count({
    where: {
      practiceId,
      caseId,
      kind: "mail",
      purpose,
      createdAt: { gte: since?.at ?? new Date(0) },
    },
  });
  if (told > 0) return;
  const { personId, number, lab, mailbox } = found;
  const { zone } = await deliveryPractice(tx, practiceId);
  const at = formatDayTime(services.now.toString(), zone, mailbox.language);
  await queueMail(tx, services, {
    purpose,
    practiceId,
    caseId,
    personId,
    to: mailbox.address,
    language: mailbox.language,
    values: { case: number, lab, [sentenceOf[trouble]]: at },
  });
}

/** What a mail about a case may say, and to whom. Null: nobody to tell. */
export async function caseForMail(tx: Tx, { practiceId, caseId }: Subject) {
  const found = await tx.labCase.findFirst({
    where: { practiceId, id: caseId },
    select: { number: true, labId: true, practitioner: { select: { personId: true } } },
  });
  const personId = found?.practitioner.personId;
  if (!found || !personId) return null;
  const [mailbox] = await colleagueMailboxes(tx, practiceId, [personId]);
  const lab = await tx.lab.findUnique({ where: { id: found.labId }, select: { name: true } });
  return mailbox && lab ? { personId, mailbox, number: found.number, lab: lab.name } : null;
}
