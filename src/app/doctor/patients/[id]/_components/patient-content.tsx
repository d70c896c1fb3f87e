import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { GuardianTraceList } from "@/features/guardians/components/guardian-trace-list";
import { AdjustPlan } from "@/features/treatment/adjust/components/adjust-plan";
import { AdjustmentHistory } from "@/features/treatment/adjust/components/adjustment-history";
import { StageTable } from "@/features/treatment/components/stage-table";
import { TreatmentSummary } from "@/features/treatment/components/treatment-summary";
import { TreatmentTimelineView } from "@/features/treatment/components/treatment-timeline-view";
import { MarkedChanges } from "@/features/treatment/undo/components/marked-changes";
import { viewPatient } from "@/features/treatment/view-patient";
import { workList, workNeeds } from "@/features/treatment/work-list";
import { WearStrip } from "@/features/wear/components/wear-strip";
import { getTranslations } from "@/lib/translations";
import { EditPlanLink } from "./edit-plan-link";
import { MessagesPanel } from "./messages-panel";
import { NeighbourLinks, type Neighbours } from "./neighbour-links";
import { PatientHeader } from "./patient-header";
import { PatientPlaces } from "./patient-places";
import { VisitsPanel } from "./visits-panel";

type PatientContentProps = Admitted<ClinicActor> & { patientId: string; show: string | undefined };

/** Plan, timeline, visits and messages of one patient. */
export async function PatientContent({ services, actor, patientId, show }: PatientContentProps) {
  const need = workNeeds.find((one) => one === show);
  const isWork = need !== undefined || show === "needs";
  const [patient, work, words] = await Promise.all([
    viewPatient(services, actor, patientId),
    isWork ? workList(services, actor) : null,
    getTranslations("doctor.patient"),
  ]);
  if (patient === null) return null;
  const query = isWork ? `?show=${need ?? "needs"}` : "";
  const listed = work?.filter(({ needs }) => need === undefined || needs.includes(need));
  const neighbours = listed === undefined ? patient : neighboursIn(listed, patient.id);
  const { treatment, visits, isDraft, isArchived } = patient;
  const of = { actor, services, patientId };
  return (
    <div className="flex flex-col gap-4">
      <PatientHeader
        listHref={`/doctor${query || "?show=all"}`}
        neighbours={<NeighbourLinks neighbours={neighbours} query={query} />}
        patient={patient}
      />
      <PatientPlaces
        aside={
          <>
            <MessagesPanel patientId={patientId} threads={patient.threads} zone={actor.zone} />
            <VisitsPanel today={treatment.today} visits={visits} zone={actor.zone} />
            <GuardianTraceList {...of} />
          </>
        }
        days={!isDraft && <WearStrip {...of} treatment={treatment} />}
        plan={
          <TreatmentSummary
            action={
              <div className="flex flex-wrap items-center gap-2">
                <EditPlanLink patient={patient} />
                {!isDraft && !isArchived && (
                  <AdjustPlan patientId={patientId} treatment={treatment} />
                )}
              </div>
            }
            isDraft={isDraft}
            treatment={treatment}
          />
        }
        record={
          treatment.phase !== "no_plan" && (
            <section aria-labelledby="timeline-title" className="flex flex-col gap-3">
              <h2 className="font-semibold text-lg" id="timeline-title">
                {words("timeline")}
              </h2>
              <TreatmentTimelineView
                audience="clinic"
                treatment={treatment}
                visits={visits}
                zone={actor.zone}
              />
              <StageTable treatment={treatment} />
              <AdjustmentHistory {...of} />
              <MarkedChanges {...of} />
            </section>
          )
        }
        waiting={null}
      />
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
