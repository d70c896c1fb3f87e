import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { LONGEST_QUIET_MINUTES, quietMinutes } from "@/domain/reminders/reminder-bounds";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { quietHoursOf } from "@/features/notifications/quiet-hours";
import { lockSettings } from "@/features/settings/lock-settings";
import type { Services } from "@/server/services";
import type { quietHoursRefusals } from "./refusals";
import type { QuietHoursRequest } from "./schema";

/** When no reminder goes out (R35). Refusals: `quiet_too_long` beyond 20 hours a day, `changed_meanwhile`. */
export function changeQuietHours(
  services: Services,
  actor: ClinicActor,
  { quiet, seen }: QuietHoursRequest,
): Promise<Result<{ changed: boolean }, keyof typeof quietHoursRefusals>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    if (quietMinutes(quiet) > LONGEST_QUIET_MINUTES) return refused("quiet_too_long");
    await lockSettings(tx, services, practiceId);
    const before = await quietHoursOf(tx, practiceId);
    if (isSame(before, quiet)) return ok({ changed: false });
    if (!isSame(before, seen)) return refused("changed_meanwhile");
    await tx.practiceSettings.update({
      where: { practiceId },
      data: {
        quietFromMinute: quiet.fromMinute,
        quietUntilMinute: quiet.untilMinute,
        updatedAt: fromInstant(services.now),
      },
      select: { practiceId: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { what: "quiet_hours", quiet: `${said(before)} → ${said(quiet)}` },
    });
    return ok({ changed: true });
  });
}

type Quiet = QuietHoursRequest["quiet"];

const isSame = (one: Quiet, other: Quiet) =>
  one.fromMinute === other.fromMinute && one.untilMinute === other.untilMinute;

const said = ({ fromMinute, untilMinute }: Quiet) => `${fromMinute}–${untilMinute}`;
