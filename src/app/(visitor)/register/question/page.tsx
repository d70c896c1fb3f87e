import type { Metadata } from "next";
import { PhoneLink } from "@/components/phone-link";
import { stepPage } from "@/features/registration/registration-page";
import { stepNumber } from "@/features/registration/step-numbers";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../_components/step-frame";
import { QuestionForm } from "./_components/question-form";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.question");
  return { title: words("metaTitle") };
}

/** R5: two records fit; the postcode tells them apart, or the practice does. */
export default async function QuestionPage() {
  const [page, words, all] = await Promise.all([
    stepPage("question"),
    getTranslations("registration.question"),
    getTranslations("registration"),
  ]);
  return (
    // It belongs to the code: nobody knew beforehand that it would be asked.
    <StepFrame lead={words("lead")} progress={stepNumber("self", "code")} title={words("title")}>
      <QuestionForm words={pickWords(words, ["postcode", "hint", "go", "unsure", "decide"])} />
      <div>
        <PhoneLink label={all("call")} phone={page.supportPhone} />
      </div>
    </StepFrame>
  );
}
