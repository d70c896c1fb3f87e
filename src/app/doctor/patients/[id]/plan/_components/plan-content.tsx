import { getLocale } from "next-intl/server";
import { StatusChip, type Tone } from "@/components/badge";
import { Disclosure } from "@/components/disclosure";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { PlanAdvice } from "@/features/problems/components/plan-advice";
import { planMovementWordKeys } from "@/features/treatment/components/plan-movement";
import { dayIn } from "@/features/treatment/load-facts";
import { PlanEditor } from "@/features/treatment/plan/components/plan-editor";
import { PlanOutline } from "@/features/treatment/plan/components/plan-outline";
import { planWordKeys } from "@/features/treatment/plan/components/plan-words";
import { VersionList } from "@/features/treatment/plan/components/version-list";
import { readPlan } from "@/features/treatment/plan/read-plan";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { PlanHeading } from "./plan-heading";

type PlanContentProps = Admitted<ClinicActor> & { patientId: string };

const tones: Record<"none" | "draft" | "approved" | "completed", Tone> = {
  none: "plain",
  draft: "notice",
  approved: "success",
  completed: "plain",
};

/** The editor, the saved plan in words, and every version. */
export async function PlanContent({ services, actor, patientId }: PlanContentProps) {
  const [read, words, movement, language] = await Promise.all([
    readPlan(services, actor, { id: patientId }),
    getTranslations("plan"),
    getTranslations("treatment.movement"),
    getLocale(),
  ]);
  if (!read.ok) return null;
  const view = read.value;
  const { patientName, plan, state, version } = view;
  return (
    <div className="flex flex-col gap-4">
      <PlanHeading
        back={{
          href: `/doctor/patients/${patientId}`,
          label: words("back", { name: patientName }),
        }}
        title={words("titleOf", { name: patientName })}
      >
        <StatusChip tone={tones[state]}>{words(`state.${state}`)}</StatusChip>
        {version > 0 && <span>{words("versionOf", { version })}</span>}
        <span>
          {state === "none"
            ? words("first.text")
            : state === "completed"
              ? words("first.completedText")
              : words("lead")}
        </span>
      </PlanHeading>
      <PlanEditor
        language={language}
        movementWords={pickWords(movement, planMovementWordKeys)}
        patientId={patientId}
        today={dayIn(actor.zone, services.now).toString()}
        view={view}
        words={pickWords((key) => words.raw(key), planWordKeys)}
      />
      <PlanAdvice actor={actor} patientId={patientId} services={services} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] xl:gap-5">
        {plan === null ? (
          <span />
        ) : (
          <Disclosure summary={words("versions.inWords")}>
            <PlanOutline plan={plan} />
          </Disclosure>
        )}
        <VersionList
          current={version}
          patientId={patientId}
          versions={view.versions}
          zone={actor.zone}
        />
      </div>
    </div>
  );
}
