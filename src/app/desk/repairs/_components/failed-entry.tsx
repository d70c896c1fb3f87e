import Link from "next/link";
import { StatusChip } from "@/components/badge";
import type { RepairEntry } from "@/features/repairs/list-repairs";
import { shortDate, shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { PlanView } from "./plan-view";

type FailedEntryProps = { entry: RepairEntry; zone: string };

/** Who, why, how often, and the one step that repairs it; or by whom it was repaired (R8). */
export async function FailedEntry({ entry, zone }: FailedEntryProps) {
  const [words, causes, reasons] = await Promise.all([
    getTranslations("repairs.failed"),
    getTranslations("repairs.cause"),
    getTranslations("registration.failureReasons"),
  ]);
  const last = shortDayTime(entry.lastAt, zone);
  return (
    <li
      aria-label={entry.name}
      className="flex flex-col gap-3 rounded-card border border-hairline bg-surface p-4 shadow-soft"
      data-list-item
      id={`failed-${entry.id}`}
    >
      <div className="flex min-w-0 flex-col gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <p className="wrap-anywhere min-w-0 font-semibold text-base">{entry.name}</p>
          <StatusChip tone={entry.repaired ? "success" : "notice"}>
            {causes(entry.cause)}
          </StatusChip>
        </div>
        <p className="wrap-anywhere text-muted text-sm">
          {words("typed", {
            born: shortDate(entry.dateOfBirth),
            email: entry.email,
            mobile: entry.mobile,
          })}
        </p>
        <p className="text-muted text-sm">
          {entry.times > 1
            ? words("times", {
                count: entry.times,
                first: shortDayTime(entry.firstAt, zone),
                last,
              })
            : words("once", { last })}
          {entry.patientId && (
            <>
              {" · "}
              <Link
                className="link inline-flex min-h-11 items-center lg:min-h-0"
                href={`/desk/records/${entry.patientId}`}
                prefetch={false}
              >
                {words("record")}
              </Link>
            </>
          )}
        </p>
      </div>
      {entry.cause === "no_record" && entry.reason && reasons.has(entry.reason) && (
        <p>{reasons(entry.reason)}</p>
      )}
      {entry.plan && <PlanView entry={entry} plan={entry.plan} zone={zone} />}
      {entry.repaired && <Repaired repaired={entry.repaired} zone={zone} />}
    </li>
  );
}

type RepairedProps = { repaired: NonNullable<RepairEntry["repaired"]>; zone: string };

async function Repaired({ repaired, zone }: RepairedProps) {
  const [words, hows] = await Promise.all([
    getTranslations("repairs.failed"),
    getTranslations("repairs.how"),
  ]);
  const how = hows(hows.has(repaired.how) ? repaired.how : "other");
  const at = shortDayTime(repaired.at, zone);
  return (
    <p className="text-success">
      {repaired.by ? words("by", { how, name: repaired.by, at }) : words("byItself", { how, at })}
    </p>
  );
}
