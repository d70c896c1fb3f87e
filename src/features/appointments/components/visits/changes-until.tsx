import { getLocale } from "next-intl/server";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { ChangeLimits } from "../../change-limits";

type ChangesUntilProps = { limits: ChangeLimits; zone: string };

/** Until when a visit can be changed without the telephone (R32); nothing where it cannot. */
export async function ChangesUntil({ limits, zone }: ChangesUntilProps) {
  const [words, language] = await Promise.all([
    getTranslations("appointments.changes"),
    getLocale(),
  ]);
  const { reschedulingUntil: move, cancellingUntil: cancel } = limits;
  const said = (at: string) =>
    `${formatInstantDay(at, zone, language)}, ${formatInstantTime(at, zone, language)}`;
  if (move !== null && cancel !== null) {
    return move === cancel
      ? words("both", { until: said(move) })
      : words("each", { move: said(move), cancel: said(cancel) });
  }
  if (move !== null) return words("move", { until: said(move) });
  return cancel === null ? null : words("cancel", { until: said(cancel) });
}
