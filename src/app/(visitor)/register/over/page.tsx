import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../_components/step-frame";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.over");
  return { title: words("metaTitle") };
}

/** S2: a registration ends after 24 hours. */
export default async function OverPage() {
  const [words, all] = await Promise.all([
    getTranslations("registration.over"),
    getTranslations("registration"),
  ]);
  return (
    <StepFrame lead={words("lead")} title={words("title")}>
      <ButtonLink href="/register?again=1" wide>
        {all("again")}
      </ButtonLink>
    </StepFrame>
  );
}
