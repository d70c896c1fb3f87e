import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Actions } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { pageVisit } from "@/features/access/page-visit";
import { practiceById } from "@/features/practices/current-practice";
import { findLoginLink, noteLinkOpened } from "@/features/registration/links/login-link-token";
import { formatPhone } from "@/lib/phone";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../../register/_components/step-frame";
import { BirthDateForm } from "./_components/birth-date-form";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.link");
  return { title: words("metaTitle") };
}

const broken = { link_used: "used", link_expired: "expired", link_replaced: "replaced" } as const;

/** R7, S9: shows nothing personal and uses nothing up; the birth date opens it, a code goes on. */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, { services }, words, all] = await Promise.all([
    params,
    pageVisit(),
    getTranslations("registration.link"),
    getTranslations("registration"),
  ]);
  const link = await findLoginLink(services, token);
  const practice = link && (await practiceById(services, link.practiceId));
  const phone = practice && formatPhone(practice.supportPhone);
  const state = link ? (link.use.ok ? "usable" : broken[link.use.reason]) : "unknown";
  if (link && state === "usable") await noteLinkOpened(services, link);
  const call = phone && (
    <div>
      <p className="text-muted">{words("trouble", { practice: practice.name })}</p>
      <PhoneLink label={all("call")} phone={phone} />
    </div>
  );
  if (state !== "usable") {
    return (
      <StepFrame lead={words(`${state}Text`)} title={words(state)}>
        <Actions>
          {state === "used" && <ButtonLink href="/register">{words("goOn")}</ButtonLink>}
          <ButtonLink href="/login" kind="secondary">
            {all("login")}
          </ButtonLink>
        </Actions>
        {call}
      </StepFrame>
    );
  }
  return (
    <StepFrame lead={words("lead")} title={words("title")}>
      <BirthDateForm
        token={token}
        words={pickWords(words, ["dateOfBirth", "dateOfBirthHint", "go"])}
      />
      {call}
    </StepFrame>
  );
}
