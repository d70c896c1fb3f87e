import Link from "next/link";
import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { CaseOfPatient } from "../cases-of-patient";
import { stateTone } from "./state-tone";

type CaseLinksProps = { cases: readonly CaseOfPatient[]; zone: string };

/** One patient's cases with their state and the day of their latest change, each leading to its page. */
export async function CaseLinks({ cases, zone }: CaseLinksProps) {
  const [states, language] = await Promise.all([getTranslations("cases.states"), getLocale()]);
  return (
    <ul className="-mx-2 flex flex-col empty:hidden">
      {cases.map(({ id, number, state, changedAt }) => (
        <li key={id}>
          <Link
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 rounded-control px-2 py-1.5 hover:bg-sunken"
            data-list-item=""
            href={`/doctor/cases/${id}`}
            prefetch={false}
          >
            <span className="flex flex-col">
              <span className="font-medium">{number}</span>
              <span className="text-muted text-sm">
                {formatInstantDay(changedAt, zone, language)}
              </span>
            </span>
            <StatusChip tone={stateTone(state)}>{states(state)}</StatusChip>
          </Link>
        </li>
      ))}
    </ul>
  );
}
