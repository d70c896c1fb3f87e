import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { type RetentionSetting, retentionKinds } from "@/domain/retention/retention-rules";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockSettings } from "@/features/settings/lock-settings";
import type { settingRefusals } from "@/features/settings/refusals";
import type { Services } from "@/server/services";
import { retentionSetting } from "./retention-setting";
import type { RetentionRequest } from "./schema";

/**
 * S23: how long things are kept from the next night on; the log keeps what it was and what it is. Refusal:
 * `changed_meanwhile`, when it is no longer what the page showed.
 */
export function changeRetention(
  services: Services,
  actor: ClinicActor,
  { setting, seen }: RetentionRequest,
): Promise<Result<{ changed: boolean }, keyof typeof settingRefusals>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await lockSettings(tx, services, practiceId);
    const before = await retentionSetting(tx, practiceId);
    if (isSame(before, setting)) return ok({ changed: false });
    if (!isSame(before, seen)) return refused("changed_meanwhile");
    await tx.practiceSettings.update({
      where: { practiceId },
      data: {
        draftRetentionMonths: setting.drafts,
        deliveryRetentionMonths: setting.deliveries,
        failedRegistrationRetentionMonths: setting.failedRegistrations,
        retentionYears: setting.records,
        updatedAt: fromInstant(services.now),
      },
      select: { practiceId: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { what: "retention", ...changesOf(before, setting) },
    });
    return ok({ changed: true });
  });
}

const isSame = (one: RetentionSetting, other: RetentionSetting) =>
  retentionKinds.every((kind) => one[kind] === other[kind]);

/** `drafts: "12 → 6"` for what differs; "never" for what stays for good. */
function changesOf(before: RetentionSetting, after: RetentionSetting): Record<string, string> {
  const said = (value: number | null) => String(value ?? "never");
  return Object.fromEntries(
    retentionKinds
      .filter((kind) => before[kind] !== after[kind])
      .map((kind) => [kind, `${said(before[kind])} → ${said(after[kind])}`]),
  );
}
