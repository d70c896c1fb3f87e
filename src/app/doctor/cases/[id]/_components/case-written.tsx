import { Disclosure } from "@/components/disclosure";
import { Section } from "@/components/layout";
import { Notice } from "@/components/notice";
import { CaseActions } from "@/features/cases/components/case-actions";
import { CaseTimeline } from "@/features/cases/components/case-timeline";
import { CaseWizard } from "@/features/cases/components/wizard/case-wizard";
import type { CaseView } from "@/features/cases/schema";
import { getTranslations } from "@/lib/translations";
import { CasePhotosOf } from "./case-photos-of";
import { CaseScans } from "./case-scans";
import { ScansToSend } from "./scans-to-send";

type CaseWrittenProps = {
  shown: CaseView;
  /** What is submitted goes out at once. */
  isReady: boolean;
  here: { readonly zone: string; readonly language: string };
};

/** A case that is written: a draft, or one for which the lab asks for records (R48). */
export async function CaseWritten({ shown, isReady, here }: CaseWrittenProps) {
  const words = await getTranslations("case");
  const { state, events, lab } = shown;
  const asked = state === "needs_records" ? events.findLast(({ to }) => to === state) : undefined;
  return (
    <>
      {asked && (
        <Notice title={words("wizard.needsRecords")} tone="notice">
          {asked.reason && (
            <p className="font-medium wrap-anywhere" dir="auto">
              {asked.reason}
            </p>
          )}
          <p>{words("wizard.needsRecordsText")}</p>
        </Notice>
      )}
      <CaseWizard
        here={here}
        key={`${shown.id} ${state}`}
        names={words.raw("prescription")}
        records={
          <>
            <Section id="scans" title={words("sections.scans")}>
              <CaseScans shown={shown} />
            </Section>
            <Section id="photos" title={words("sections.photos")}>
              <CasePhotosOf shown={shown} />
            </Section>
          </>
        }
        scans={<ScansToSend shown={shown} />}
        shown={shown}
        submitLabel={
          isReady ? words("wizard.submit", { lab: lab.name }) : words("wizard.submitHeld")
        }
        words={words.raw("wizard")}
      />
      <Disclosure summary={words("sections.history")}>
        <div className="pt-2 text-ink">
          <CaseTimeline here={here} shown={shown} />
        </div>
      </Disclosure>
      <CaseActions
        hasPlan={false}
        shown={{ id: shown.id, may: shown.may, plans: [] }}
        today=""
        words={words.raw("actions")}
      />
    </>
  );
}
