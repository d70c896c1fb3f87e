import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { registeredName, stepPage } from "@/features/registration/registration-page";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import { PasswordKept } from "../_components/password-kept";
import { StepFrame } from "../_components/step-frame";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.done");
  return { title: words("metaTitle") };
}

/** R4, R12: the login works; its name stands here and in the mail. */
export default async function DonePage({ searchParams }: { searchParams: PageSearch }) {
  const [page, words] = await Promise.all([stepPage("done"), getTranslations("registration.done")]);
  const loginName = await registeredName(page);
  const isNew = page.path === "password_setup";
  return (
    <StepFrame lead={words(isNew ? "leadNew" : "lead")} title={words(isNew ? "titleNew" : "title")}>
      <PasswordKept search={await searchParams} />
      {loginName && (
        <div className="flex items-center gap-4 rounded-card bg-accent-soft p-5">
          <CircleCheck aria-hidden="true" className="size-8 shrink-0 text-accent" />
          <dl className="min-w-0">
            <dt className="text-sm">{words("loginName")}</dt>
            <dd className="wrap-anywhere font-bold text-xl">{loginName}</dd>
          </dl>
        </div>
      )}
      {!isNew && <p>{words("also")}</p>}
      <ButtonLink href={`/login?practice=${page.practice.shortName}`} wide>
        {words("go")}
      </ButtonLink>
    </StepFrame>
  );
}
