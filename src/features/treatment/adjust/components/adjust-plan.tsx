import { getTranslations } from "@/lib/translations";
import type { TreatmentView } from "../../schema";
import { adjustOptions } from "../adjust-options";
import { AdjustMenu } from "./adjust-menu";
import { adjustWords } from "./adjust-words";

type AdjustPlanProps = { patientId: string; treatment: TreatmentView };

/** The menu for adjusting a plan that runs, for orthodontists (R22, R52); nothing where there is none. */
export async function AdjustPlan({ patientId, treatment }: AdjustPlanProps) {
  const words = await getTranslations("treatment");
  const options = adjustOptions(treatment, words);
  if (options === null || options.choices.length === 0) return null;
  return <AdjustMenu options={options} patientId={patientId} words={adjustWords(words)} />;
}
