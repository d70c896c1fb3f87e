import type { Metadata } from "next";
import { newPasswordWordKeys } from "@/features/access/components/new-password-words";
import { stepPage } from "@/features/registration/registration-page";
import { stepNumber } from "@/features/registration/step-numbers";
import { stepPages } from "@/features/registration/step-pages";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../_components/step-frame";
import { PasswordForm } from "./_components/password-form";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.password");
  return { title: words("metaTitle") };
}

/** R2, R16: the password, with advice. */
export default async function PasswordPage() {
  const [page, words, advice] = await Promise.all([
    stepPage("password"),
    getTranslations("registration.password"),
    getTranslations("visitor.newPassword"),
  ]);
  const isNew = page.path === "password_setup";
  return (
    <StepFrame
      lead={words(isNew ? "leadNew" : "lead")}
      progress={stepNumber(page.path, "password")}
      title={words(isNew ? "titleNew" : "title")}
    >
      <PasswordForm
        advice={pickWords((key) => advice.raw(key), newPasswordWordKeys)}
        email={page.registration.email}
        nextHref={stepPages[isNew ? "done" : "email"]}
        words={{ password: words("password"), go: words(isNew ? "set" : "create") }}
      />
    </StepFrame>
  );
}
