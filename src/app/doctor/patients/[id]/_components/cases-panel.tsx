import { ButtonLink } from "@/components/button";
import { Card } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { casesOfPatient } from "@/features/cases/cases-of-patient";
import { CaseLinks } from "@/features/cases/components/case-links";
import { getTranslations } from "@/lib/translations";

type CasesPanelProps = Admitted<ClinicActor> & { patientId: string; isArchived: boolean };

/** A patient's cases at the labs, and the way to a new one. */
export async function CasesPanel({ services, actor, patientId, isArchived }: CasesPanelProps) {
  const [cases, words] = await Promise.all([
    casesOfPatient(services, actor, patientId),
    getTranslations("cases.panel"),
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
      <CaseLinks cases={cases} zone={actor.zone} />
    </Card>
  );
}
