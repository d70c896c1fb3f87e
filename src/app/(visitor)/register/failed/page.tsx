import type { Metadata } from "next";
import { PhoneLink } from "@/components/phone-link";
import { stepPage } from "@/features/registration/registration-page";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../_components/step-frame";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.failed");
  return { title: words("metaTitle") };
}

/** R5: never a guess; the practice decides. */
export default async function FailedPage() {
  const [page, words] = await Promise.all([
    stepPage("failed"),
    getTranslations("registration.failed"),
  ]);
  return (
    <StepFrame lead={words("lead")} title={words("title")}>
      <PhoneLink label={words("go")} look="button" phone={page.supportPhone} />
    </StepFrame>
  );
}
