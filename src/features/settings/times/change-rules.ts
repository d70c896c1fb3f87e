import { fromInstant } from "@/db/time";
import type { Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { lockSettings } from "@/features/settings/lock-settings";
import type { Services } from "@/server/services";
import { seenOf } from "../seen";
import { changeTimes } from "./change-times";
import type { TimesChangeRefusal } from "./refusals";
import { differences } from "./said";
import type { BookingRulesRequest, TimesChanged } from "./schema";

/** The practice's rules of booking: windows, horizon, how start times follow each other, gap, held times (R29, R32). */
export function changeBookingRules(
  services: Services,
  actor: ClinicActor,
  input: BookingRulesRequest,
): Promise<Result<TimesChanged, TimesChangeRefusal>> {
  const { practiceId } = actor;
  const { seen, ...rules } = input;
  return changeTimes(services, actor, {
    operation: "POST /api/settings/booking-rules",
    input,
    change: { ...rules, kind: "rules" },
    isSeen: (before) => seenOf(before.rules) === seen,
    isSame: (before) => Object.keys(differences(before.rules, rules)).length === 0,
    write: async (tx) => {
      await lockSettings(tx, services, practiceId);
      await tx.practiceSettings.update({
        where: { practiceId },
        data: { ...rules, updatedAt: fromInstant(services.now) },
        select: { practiceId: true },
      });
      return { cause: "hours" };
    },
    audit: (before) => ({ what: "booking_rules", ...differences(before.rules, rules) }),
  });
}
