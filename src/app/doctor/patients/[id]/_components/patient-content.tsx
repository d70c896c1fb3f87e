import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { PatientCheckIn } from "@/features/check-ins/components/patient-check-in";
import { SmileSoFar } from "@/features/check-ins/components/smile-so-far";
import { GuardianTraceList } from "@/features/guardians/components/guardian-trace-list";
import { WriteAboutLink } from "@/features/messages/about/ask-link";
import { PatientProblems } from "@/features/problems/components/patient-problems";
import { AdjustPlan } from "@/features/treatment/adjust/components/adjust-plan";
import { AdjustmentHistory } from "@/features/treatment/adjust/components/adjustment-history";
import { CompletePlan } from "@/features/treatment/complete/components/complete-plan";
import { stageName } from "@/features/treatment/components/stage-names";
import { StageTable } from "@/features/treatment/components/stage-table";
import { TreatmentSummary } from "@/features/treatment/components/treatment-summary";
import { TreatmentTimelineView } from "@/features/treatment/components/treatment-timeline-view";
import { MarkedChanges } from "@/features/treatment/undo/components/marked-changes";
import { viewPatient } from "@/features/treatment/view-patient";
import type { ListWish } from "@/features/treatment/work-list/list-wish";
import { WearStrip } from "@/features/wear/components/wear-strip";
import { getTranslations } from "@/lib/translations";
import { CasesPanel } from "./cases-panel";
import { EditPlanLink } from "./edit-plan-link";
import { MessagesPanel } from "./messages-panel";
import { PatientHeader } from "./patient-header";
import { PatientPlaces } from "./patient-places";
import { VisitsPanel } from "./visits-panel";
import { WayInList } from "./way-in-list";

type PatientContentProps = Admitted<ClinicActor> & {
  patientId: string;
  /** The list one came from, and where in it. */
  wish: ListWish;
  since: string;
};

/** Everything of one patient on one page. */
export async function PatientContent(props: PatientContentProps) {
  const { services, actor, patientId, wish, since } = props;
  const [patient, words, stages] = await Promise.all([
    viewPatient(services, actor, patientId),
    getTranslations("doctor.patient"),
    getTranslations("treatment"),
  ]);
  if (patient === null) return null;
  const { treatment, visits, isDraft, isArchived } = patient;
  const of = { actor, services, patientId };
  return (
    <div className="flex flex-col gap-4">
      <PatientHeader patient={patient} way={<WayInList {...of} since={since} wish={wish} />} />
      <PatientPlaces
        aside={
          <>
            <PatientProblems {...of} />
            <MessagesPanel patientId={patientId} threads={patient.threads} zone={actor.zone} />
            <VisitsPanel
              patientId={isArchived ? null : patientId}
              today={treatment.today}
              visits={visits}
              zone={actor.zone}
            />
            <CasesPanel {...of} isArchived={isArchived} />
            <GuardianTraceList {...of} />
          </>
        }
        days={
          <>
            {!isDraft && <WearStrip {...of} treatment={treatment} />}
            {!isArchived && <PatientCheckIn {...of} />}
            {!isDraft && <SmileSoFar {...of} audience="clinic" />}
          </>
        }
        plan={
          <TreatmentSummary
            action={
              <div className="flex flex-wrap items-center gap-2">
                <EditPlanLink patient={patient} />
                {!isDraft && !isArchived && (
                  <AdjustPlan patientId={patientId} treatment={treatment} />
                )}
                {!isDraft && !isArchived && (
                  <CompletePlan patientId={patientId} treatment={treatment} />
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
                besideStage={({ stages: [stage], time }) =>
                  stage &&
                  time !== "ahead" &&
                  !isArchived && (
                    <WriteAboutLink
                      about={{ kind: "stage", id: stage.id }}
                      patientId={patientId}
                      which={stageName(stages, stage)}
                    />
                  )
                }
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
      />
    </div>
  );
}
