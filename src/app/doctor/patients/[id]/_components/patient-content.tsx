import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { BookVisitLink } from "@/features/diary/components/book-visit-link";
import { GuardianTraceList } from "@/features/guardians/components/guardian-trace-list";
import { LoginLinkOffer } from "@/features/login-links/components/login-link-offer";
import { AdjustPlan } from "@/features/treatment/adjust/components/adjust-plan";
import { AdjustmentHistory } from "@/features/treatment/adjust/components/adjustment-history";
import { StageTable } from "@/features/treatment/components/stage-table";
import { TreatmentSummary } from "@/features/treatment/components/treatment-summary";
import { TreatmentTimelineView } from "@/features/treatment/components/treatment-timeline-view";
import { MarkedChanges } from "@/features/treatment/undo/components/marked-changes";
import { viewPatient } from "@/features/treatment/view-patient";
import { workList, workNeeds } from "@/features/treatment/work-list";
import { formatBirthDate } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import { EditPlanLink } from "./edit-plan-link";
import { MessagesPanel } from "./messages-panel";
import { NeighbourLinks, type Neighbours } from "./neighbour-links";
import { VisitsPanel } from "./visits-panel";

type PatientContentProps = Admitted<ClinicActor> & { patientId: string; show: string | undefined };

/** Plan, timeline, visits and messages of one patient. */
export async function PatientContent({ services, actor, patientId, show }: PatientContentProps) {
  const need = workNeeds.find((one) => one === show);
  const isWork = need !== undefined || show === "needs";
  const [patient, work, words, language] = await Promise.all([
    viewPatient(services, actor, patientId),
    isWork ? workList(services, actor) : null,
    getTranslations("doctor.patient"),
    getLocale(),
  ]);
  if (patient === null) return null;
  const query = isWork ? `?show=${need ?? "needs"}` : "";
  const listed = work?.filter(({ needs }) => need === undefined || needs.includes(need));
  const neighbours = listed === undefined ? patient : neighboursIn(listed, patient.id);
  const born = words("born", {
    day: formatBirthDate(patient.dateOfBirth, language),
    years: patient.ageYears,
  });
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-0.5">
          <Link
            className="inline-flex min-h-11 w-fit items-center gap-1.5 font-medium text-accent hover:underline lg:min-h-7"
            href={`/doctor${query || "?show=all"}`}
            prefetch={false}
          >
            <ArrowLeft aria-hidden="true" className="size-4.5 rtl:rotate-180" />
            {words("back")}
          </Link>
          <h1 className="font-bold text-2xl">{patient.name}</h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
            <span>
              {born}
              {patient.orthodontistName !== null && <> · {patient.orthodontistName}</>}
            </span>
            {patient.isArchived && <StatusChip>{words("archived")}</StatusChip>}
            {!patient.isArchived && !patient.isRegistered && (
              <StatusChip>{words("notRegistered")}</StatusChip>
            )}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {!patient.isArchived && <BookVisitLink path="/doctor/diary" patientId={patient.id} />}
          {!patient.isArchived && (
            <LoginLinkOffer
              firstName={patient.name}
              hasEmail
              isRegistered={patient.isRegistered}
              patientId={patient.id}
            />
          )}
          <NeighbourLinks neighbours={neighbours} query={query} />
        </div>
      </header>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem] xl:gap-5">
        <div className="flex min-w-0 flex-col gap-4">
          <TreatmentSummary
            action={
              <div className="flex flex-wrap items-center gap-2">
                <EditPlanLink patient={patient} />
                {!patient.isDraft && !patient.isArchived && (
                  <AdjustPlan patientId={patient.id} treatment={patient.treatment} />
                )}
              </div>
            }
            isDraft={patient.isDraft}
            treatment={patient.treatment}
          />
          {patient.treatment.phase !== "no_plan" && (
            <section aria-labelledby="timeline-title" className="flex flex-col gap-3">
              <h2 className="font-semibold text-lg" id="timeline-title">
                {words("timeline")}
              </h2>
              <TreatmentTimelineView
                audience="clinic"
                treatment={patient.treatment}
                visits={patient.visits}
                zone={actor.zone}
              />
              <StageTable treatment={patient.treatment} />
              <AdjustmentHistory actor={actor} patientId={patient.id} services={services} />
              <MarkedChanges actor={actor} patientId={patient.id} services={services} />
            </section>
          )}
        </div>
        <aside className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-6">
          <VisitsPanel today={patient.treatment.today} visits={patient.visits} zone={actor.zone} />
          <MessagesPanel patientId={patient.id} threads={patient.threads} zone={actor.zone} />
          <GuardianTraceList actor={actor} patientId={patient.id} services={services} />
        </aside>
      </div>
    </div>
  );
}

function neighboursIn(
  list: readonly { readonly id: string; readonly name: string }[],
  id: string,
): Neighbours {
  const at = list.findIndex((line) => line.id === id);
  // Somebody who needs nothing more has left the list: its first one is next.
  if (at < 0) return { previous: null, next: list[0] ?? null };
  return { previous: list[at - 1] ?? null, next: list[at + 1] ?? null };
}
