import Link from "next/link";
import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { casesOfPatient } from "@/features/cases/cases-of-patient";
import { stateTone } from "@/features/cases/components/state-tone";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type CasesPanelProps = Admitted<ClinicActor> & { patientId: string; isArchived: boolean };

/** A patient's cases at the labs, and the way to a new one. */
export async function CasesPanel({ services, actor, patientId, isArchived }: CasesPanelProps) {
  const [cases, words, states, language] = await Promise.all([
    casesOfPatient(services, actor, patientId),
    getTranslations("cases.panel"),
    getTranslations("cases.states"),
    getLocale(),
  ]);
  return (
    <Card className="flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{words("title")}</h2>
        {!isArchived && (
          <ButtonLink
            className="-me-3.5"
            href={`/doctor/cases/new?patient=${patientId}`}
            kind="quiet"
            prefetch={false}
            small
          >
            {words("new")}
          </ButtonLink>
        )}
      </div>
      {cases.length === 0 && <p className="text-muted">{words("none")}</p>}
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
                  {formatInstantDay(changedAt, actor.zone, language)}
                </span>
              </span>
              <StatusChip tone={stateTone(state)}>{states(state)}</StatusChip>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
