import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/button";
import { registrationState } from "@/features/registration/registration-page";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../_components/step-frame";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.elsewhere");
  return { title: words("metaTitle") };
}

/** S2: the mail was opened in another browser, and the registration with it. */
export default async function ElsewherePage() {
  const [{ state }, words, all] = await Promise.all([
    registrationState(),
    getTranslations("registration.elsewhere"),
    getTranslations("registration"),
  ]);
  if (state.kind !== "elsewhere") redirect("/register");
  return (
    <StepFrame lead={words("lead")} title={words("title")}>
      <div>
        <ButtonLink href="/login" kind="secondary">
          {all("login")}
        </ButtonLink>
      </div>
    </StepFrame>
  );
}
