import type { Metadata } from "next";
import { Card } from "@/components/layout";
import { problemKinds } from "@/domain/problems/problem-kind";
import { clinicPage } from "@/features/access/page-gates";
import { adviceOfPractice } from "@/features/problems/advice";
import { AdviceForm } from "@/features/problems/components/advice-form";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("problems.settings");
  return { title: words("title") };
}

/** R25: what patients read about a problem with an aligner where their plan says nothing. */
export default async function ProblemSettingsPage() {
  const { services, actor } = await clinicPage("/desk/settings/problems", "admin");
  const [advice, words, editor] = await Promise.all([
    adviceOfPractice(services, actor),
    getTranslations("problems.settings"),
    getTranslations("problems.editor"),
  ]);
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <Card>
        <AdviceForm
          advice={advice}
          hints={pickWords(() => words("hint"), problemKinds)}
          labels={pickWords((kind) => editor(`kinds.${kind}`), problemKinds)}
          path="/api/settings/problem-advice"
          words={pickWords(editor, ["save", "saved"])}
        />
      </Card>
    </>
  );
}
