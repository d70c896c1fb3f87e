import { StatusChip } from "@/components/badge";
import type { GuardianLine } from "@/features/records/view-record";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";

/** R10: who acts for this patient, how far and how long. */
export async function Guardians({ guardians }: { guardians: readonly GuardianLine[] }) {
  const words = await getTranslations("records.record");
  return (
    <ul className="flex flex-col rounded-card border border-hairline bg-surface">
      {guardians.map((guardian) => (
        <li
          className="flex flex-col gap-0.5 border-hairline border-b px-5 py-3 last:border-0"
          key={guardian.id}
        >
          <span className="flex flex-wrap items-center justify-between gap-2">
            <span className="wrap-anywhere font-semibold">{guardian.name}</span>
            {!guardian.isConfirmed && (
              <StatusChip tone="notice">{words("guardianPending")}</StatusChip>
            )}
          </span>
          <span className="text-muted text-sm">
            {words(guardian.rights === "full" ? "rightsFull" : "rightsView")},{" "}
            {words("fromOn", { day: shortDate(guardian.fromOn) })}
            {guardian.untilOn && <> {words("untilOn", { day: shortDate(guardian.untilOn) })}</>}
          </span>
        </li>
      ))}
    </ul>
  );
}
