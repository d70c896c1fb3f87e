import type { Metadata } from "next";
import { practiceTerms } from "@/features/registration/completion/current-terms";
import { stepPage } from "@/features/registration/registration-page";
import { stepNumber } from "@/features/registration/step-numbers";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../_components/step-frame";
import { TermsForm } from "./_components/terms-form";
import { TermsText } from "./_components/terms-text";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.terms");
  return { title: words("metaTitle") };
}

/** R4: the terms as they stand now, last of all. */
export default async function TermsPage() {
  const [page, words] = await Promise.all([
    stepPage("terms"),
    getTranslations("registration.terms"),
  ]);
  const terms = await practiceTerms(page.services, page.practice);
  return (
    <StepFrame
      lead={words("lead")}
      progress={stepNumber(page.path, "terms")}
      title={words("title")}
    >
      <TermsText
        label={words("textLabel")}
        text={terms.text}
        version={words("version", { version: terms.version })}
      />
      <TermsForm
        version={terms.version}
        words={pickWords(words, ["accept", "mustAccept", "go", "changed"])}
      />
    </StepFrame>
  );
}
