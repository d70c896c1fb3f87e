import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { budgetThresholds } from "@/domain/sms-usage/texts-budget";
import { queueMail } from "@/features/notifications/queue-delivery";
import { adminMailboxes } from "@/features/people/admin-mailboxes";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import type { Services } from "@/server/services";
import { budgetNow } from "./budget";
import { moneyText } from "./money-text";

/**
 * Tells a practice's admins by mail that its month's budget for texts is nearly, or all, used: once for each month and
 * threshold, whichever worker comes first (R51). Where no admin has a proved address, the support address. Answers how
 * many mails were queued.
 */
export function sweepTextBudgets(services: Services): Promise<number> {
  return inEveryPractice(services, (_, practice) =>
    inPractice(services.db, practice.id, (tx) => sweepOne(tx, services, practice)),
  );
}

async function sweepOne(tx: Tx, services: Services, practice: PracticeFacts): Promise<number> {
  const { percent, usedMicros, budgetMicros, budget, month } = await budgetNow(
    tx,
    services,
    practice,
  );
  // Who sets no budget at all wants no texts of convenience, and knows it.
  const reached = budgetMicros === 0 ? [] : budgetThresholds.filter((one) => percent >= one);
  const highest = reached.at(-1);
  if (highest === undefined) return 0;
  const monthOn = `${month}-01`;
  const raised = await tx.$queryRaw<{ percent: number }[]>`
    insert into tenant.text_budget_alarm (practice_id, month_on, percent, decided_at)
    select ${practice.id}::uuid, ${monthOn}::date, p, app_now() from unnest(${reached}::int[]) p
    on conflict do nothing returning percent`;
  if (!raised.some((alarm) => alarm.percent === highest)) return 0;
  const admins = await adminMailboxes(tx, practice.id);
  const { supportEmail: address, language } = practice;
  const ids: string[] = [];
  for (const to of admins.length > 0 ? admins : [{ address, language, personId: undefined }]) {
    const said = (micros: number) =>
      moneyText({ currency: budget.currency, amount: String(micros / 1_000_000) }, to.language);
    ids.push(
      await queueMail(tx, services, {
        purpose: highest === 100 ? "texts_budget_used" : "texts_near_budget",
        practiceId: practice.id,
        personId: to.personId,
        to: to.address,
        language: to.language,
        values: { used: said(usedMicros), budget: said(budgetMicros) },
      }),
    );
  }
  await tx.$executeRaw`
    update tenant.text_budget_alarm set delivery_ids = ${ids}::uuid[]
    where practice_id = ${practice.id}::uuid and month_on = ${monthOn}::date and percent = ${highest}`;
  return ids.length;
}
