import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { TreatmentView } from "../../schema";
import { CompleteButton } from "./complete-button";
import { completeWordKeys } from "./complete-word-keys";

type CompletePlanProps = { patientId: string; treatment: TreatmentView };

/** The way for orthodontists to complete a plan whose aligners are all done (R22, R52); nothing before. */
export async function CompletePlan({ patientId, treatment }: CompletePlanProps) {
  const { phase, isCompleted } = treatment;
  if (isCompleted || (phase !== "finished" && phase !== "retention")) return null;
  const words = await getTranslations("treatment.complete");
  return <CompleteButton patientId={patientId} words={pickWords(words, completeWordKeys)} />;
}
