import type { Temporal } from "temporal-polyfill";
import type { OpenSession } from "@/features/access/open-session";
import type { Services } from "@/server/services";

/** Today in the practice's zone: rights and ages change with its day (R10). */
export function todayOf(
  services: Pick<Services, "now">,
  { zone }: Pick<OpenSession, "zone">,
): Temporal.PlainDate {
  return services.now.toZonedDateTimeISO(zone).toPlainDate();
}
