import { problemKinds } from "@/domain/problems/problem-kind";
import type { ClinicActor } from "@/features/access/actors";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { adviceOfPractice } from "../advice";
import { AdviceForm } from "./advice-form";

type PracticeAdviceProps = { services: Services; actor: ClinicActor };

/** What patients read about a problem where their plan says nothing (R25). */
export async function PracticeAdvice({ services, actor }: PracticeAdviceProps) {
  const [advice, words, editor] = await Promise.all([
    adviceOfPractice(services, actor),
    getTranslations("problems.settings"),
    getTranslations("problems.editor"),
  ]);
  return (
    <AdviceForm
      advice={advice}
      hints={pickWords(() => words("hint"), problemKinds)}
      labels={pickWords((kind) => editor(`kinds.${kind}`), problemKinds)}
      path="/api/settings/problem-advice"
      words={pickWords(editor, ["save", "saved"])}
    />
  );
}
