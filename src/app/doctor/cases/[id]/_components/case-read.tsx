import { ButtonLink } from "@/components/button";
import { Card, Section, Stack } from "@/components/layout";
import { CaseActions } from "@/features/cases/components/case-actions";
import { CaseTimeline } from "@/features/cases/components/case-timeline";
import { LabPlan } from "@/features/cases/components/lab-plan";
import { PrescriptionSummary } from "@/features/cases/components/prescription-summary";
import type { CaseView } from "@/features/cases/schema";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import { CasePhotosOf } from "./case-photos-of";
import { CaseScans } from "./case-scans";

type CaseReadProps = {
  shown: CaseView;
  here: { readonly zone: string; readonly language: string };
  /** YYYY-MM-DD */
  today: string;
};

/** A case that was submitted: what to decide first, then the lab's plan, the records, and what happened. */
export async function CaseRead({ shown, here, today }: CaseReadProps) {
  const words = await getTranslations("case");
  const { consent, patient, treatmentPlanId, plans } = shown;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <CaseActions
          hasPlan={shown.hasRunningPlan}
          shown={{ id: shown.id, may: shown.may, plans }}
          today={today}
          words={words.raw("actions")}
        />
        {treatmentPlanId && (
          <ButtonLink href={`/doctor/patients/${patient.id}`} kind="secondary" small>
            {words("actions.seePlan")}
          </ButtonLink>
        )}
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Stack gap={8}>
          {plans.length > 0 && (
            <Section id="plan" title={words("sections.plan")}>
              <LabPlan here={here} plans={plans} />
            </Section>
          )}
          <Section id="scans" title={words("sections.scans")}>
            <CaseScans shown={shown} />
          </Section>
          <Section id="photos" title={words("sections.photos")}>
            <CasePhotosOf shown={shown} />
          </Section>
          <Section id="prescription" title={words("sections.prescription")}>
            <Card>
              <PrescriptionSummary
                names={words.raw("prescription")}
                prescription={shown.prescription}
              />
              <p className="border-hairline border-t pt-3 text-muted text-sm">
                {words("sections.consent")}
                {": "}
                {consent
                  ? words("consentGiven", {
                      name: consent.by ?? words("by.nobody"),
                      day: formatInstantDay(consent.at, here.zone, here.language),
                    })
                  : words("consentMissing")}
              </p>
            </Card>
          </Section>
        </Stack>
        <Section id="history" title={words("sections.history")}>
          <CaseTimeline here={here} shown={shown} />
        </Section>
      </div>
    </>
  );
}
