import { Disclosure } from "@/components/disclosure";
import { Section, Stack } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { TreatmentSummary } from "@/features/treatment/components/treatment-summary";
import { TreatmentTimelineView } from "@/features/treatment/components/treatment-timeline-view";
import { MarkedChanges } from "@/features/treatment/undo/components/marked-changes";
import { viewTreatment } from "@/features/treatment/view-patient";
import { getTranslations } from "@/lib/translations";

type RecordTreatmentProps = Admitted<ClinicActor> & { patientId: string };

/** The plan and its timeline, to answer a patient on the telephone: staff read them, nothing clinical stands in them (R52). */
export async function RecordTreatment({ services, actor, patientId }: RecordTreatmentProps) {
  const [{ treatment, visits, isDraft }, words] = await Promise.all([
    viewTreatment(services, actor, patientId),
    getTranslations("records.record"),
  ]);
  if (treatment.phase === "no_plan") return null;
  return (
    <Section id="treatment" title={words("treatment")}>
      <Stack gap={3}>
        <TreatmentSummary isDraft={isDraft} treatment={treatment} />
        <Disclosure summary={words("timeline")}>
          <TreatmentTimelineView
            audience="clinic"
            treatment={treatment}
            visits={visits}
            zone={actor.zone}
          />
        </Disclosure>
        {!isDraft && <MarkedChanges actor={actor} patientId={patientId} services={services} />}
      </Stack>
    </Section>
  );
}
