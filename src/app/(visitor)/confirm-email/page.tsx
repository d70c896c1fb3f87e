import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Disclosure } from "@/components/disclosure";
import { Actions, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { pageVisit } from "@/features/access/page-visit";
import { practiceById } from "@/features/practices/current-practice";
import { findMailLink } from "@/features/registration/email/prove-email";
import { stepNumber } from "@/features/registration/step-numbers";
import type { PageSearch } from "@/lib/page-search";
import { formatPhone } from "@/lib/phone";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../register/_components/step-frame";
import { ProofForm } from "./_components/proof-form";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.proof");
  return { title: words("metaTitle") };
}

const broken = {
  mail_link_used: "used",
  mail_link_expired: "expired",
  mail_link_unknown: "unknown",
} as const;

/** R3: opening the link uses nothing up; the password does, with the token. */
export default async function ConfirmEmailPage({ searchParams }: { searchParams: PageSearch }) {
  const [search, { services }, words, all] = await Promise.all([
    searchParams,
    pageVisit(),
    getTranslations("registration.proof"),
    getTranslations("registration"),
  ]);
  const token = typeof search.token === "string" ? search.token : "";
  const link = await findMailLink(services, token);
  if (!link.ok) {
    const name = broken[link.reason];
    return (
      <StepFrame lead={words(`${name}Text`)} title={words(name)}>
        <Actions>
          <ButtonLink href="/register">
            {name === "expired" ? all("again") : words("goOn")}
          </ButtonLink>
          <ButtonLink href="/login" kind="secondary">
            {all("login")}
          </ButtonLink>
        </Actions>
      </StepFrame>
    );
  }
  const { practiceId, guardianId } = link.value.registration;
  const practice = await practiceById(services, practiceId);
  const isGuardian = guardianId !== null;
  return (
    <StepFrame
      lead={words("lead")}
      progress={stepNumber(link.value.registration.path, "email")}
      title={words("title")}
    >
      <ProofForm
        email={link.value.email}
        token={token}
        words={pickWords(words, ["password", "go"])}
      />
      <Disclosure summary={words("forgotten")}>
        <Stack gap={3}>
          <p>{words(isGuardian ? "forgottenInvited" : "forgottenText")}</p>
          {practice && !isGuardian && (
            <ButtonLink href={`/register?again=1&practice=${practice.shortName}`} kind="secondary">
              {words("registerAgain")}
            </ButtonLink>
          )}
          {practice && <PhoneLink label={all("call")} phone={formatPhone(practice.supportPhone)} />}
        </Stack>
      </Disclosure>
    </StepFrame>
  );
}
