import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { TextsBudget } from "@/domain/sms-usage/texts-budget";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockSettings } from "@/features/settings/lock-settings";
import type { settingRefusals } from "@/features/settings/refusals";
import type { Services } from "@/server/services";
import { textsBudget } from "./budget";
import type { TextsBudgetRequest } from "./schema";

/** R51: what texts may cost a month; the log keeps what it was and what it is. Refusal: `changed_meanwhile`. */
export function changeTextsBudget(
  services: Services,
  actor: ClinicActor,
  { budget, seen }: TextsBudgetRequest,
): Promise<Result<{ changed: boolean }, keyof typeof settingRefusals>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await lockSettings(tx, services, practiceId);
    const before = await textsBudget(tx, practiceId);
    if (isSame(before, budget)) return ok({ changed: false });
    if (!isSame(before, seen)) return refused("changed_meanwhile");
    await tx.practiceSettings.update({
      where: { practiceId },
      data: {
        smsMonthlyBudgetMinor: budget.minor,
        smsCurrency: budget.currency,
        updatedAt: fromInstant(services.now),
      },
      select: { practiceId: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { what: "texts_budget", budget: `${said(before)} → ${said(budget)}` },
    });
    return ok({ changed: true });
  });
}

const isSame = (one: TextsBudget, other: TextsBudget) =>
  one.minor === other.minor && one.currency === other.currency;

const said = ({ minor, currency }: TextsBudget) => `${minor} ${currency}`;
