import { Disclosure } from "@/components/disclosure";
import { inPractice } from "@/db/transaction";
import { problemKinds } from "@/domain/problems/problem-kind";
import type { ClinicActor } from "@/features/access/actors";
import { standingPlan } from "@/features/treatment/plan/standing-plan";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { adviceOfPlan } from "../advice";
import { AdviceForm } from "./advice-form";

type PlanAdviceProps = { services: Services; actor: ClinicActor; patientId: string };

/** On the plan's page: what this patient reads when they report a problem (R25). Nothing without a running plan. */
export async function PlanAdvice({ services, actor, patientId }: PlanAdviceProps) {
  const { practiceId } = actor;
  const [advice, words] = await Promise.all([
    inPractice(services.db, practiceId, async (tx) => {
      const plan = await standingPlan(tx, { practiceId, patientId });
      return plan === null || plan.state === "completed"
        ? null
        : adviceOfPlan(tx, practiceId, plan.id);
    }),
    getTranslations("problems.editor"),
  ]);
  if (advice === null) return null;
  const { own, practice } = advice;
  const isWritten = problemKinds.some((kind) => own[kind] !== "");
  return (
    <Disclosure open={isWritten} summary={words("title")}>
      <div className="flex flex-col gap-4">
        <p className="max-w-prose">{words("lead")}</p>
        <AdviceForm
          advice={own}
          hints={pickWords(
            (kind) =>
              practice[kind] === ""
                ? words("generalNone")
                : words("general", { text: practice[kind] }),
            problemKinds,
          )}
          labels={pickWords((kind) => words(`kinds.${kind}`), problemKinds)}
          path={`/api/patients/${patientId}/problem-advice`}
          words={pickWords(words, ["save", "saved"])}
        />
      </div>
    </Disclosure>
  );
}
