import Link from "next/link";
import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { CaseStill } from "@/features/cases/components/case-still";
import { stateTone } from "@/features/cases/components/state-tone";
import type { CaseListItem } from "@/features/cases/schema";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type CaseLineProps = { item: CaseListItem; showWhose: boolean; zone: string };

/** A case in the list: whose teeth, how it stands and since when, and whose turn it is. */
export async function CaseLine({ item, showWhose, zone }: CaseLineProps) {
  const [words, states, language] = await Promise.all([
    getTranslations("cases.list"),
    getTranslations("cases.states"),
    getLocale(),
  ]);
  const { id, number, patient, state, waitsFor, changedAt, labName, practitionerName } = item;
  const turn =
    waitsFor === "you" && !item.isMine
      ? words("waitsFor.colleague", { name: practitionerName })
      : words(`waitsFor.${waitsFor}`);
  return (
    <li>
      <Link
        className="flex items-center gap-3 px-4 py-3 hover:bg-sunken sm:gap-4"
        data-list-item=""
        href={`/doctor/cases/${id}`}
        prefetch={false}
      >
        <CaseStill scanId={item.stillOf} />
        <span className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
          <span className="flex min-w-0 flex-col">
            <span className="font-semibold wrap-anywhere" dir="auto">
              {patient.name}
            </span>
            <span className="text-muted text-sm wrap-anywhere">
              {[number, labName, ...(showWhose ? [practitionerName] : [])].join(" · ")}
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 sm:shrink-0 sm:flex-col sm:items-end sm:text-end">
            <StatusChip tone={stateTone(state)}>{states(state)}</StatusChip>
            <span className="text-muted text-sm">
              <span className="max-sm:hidden">{turn !== "" && `${turn}, `}</span>
              {words("since", { day: formatInstantDay(changedAt, zone, language) })}
            </span>
          </span>
        </span>
      </Link>
    </li>
  );
}
