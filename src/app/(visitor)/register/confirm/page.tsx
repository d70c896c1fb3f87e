import type { Metadata } from "next";
import Link from "next/link";
import { AddressText } from "@/components/address-text";
import { DefinitionList } from "@/components/definition-list";
import { PhoneLink } from "@/components/phone-link";
import { stepPage } from "@/features/registration/registration-page";
import { stepNumber } from "@/features/registration/step-numbers";
import { formatBirthDate } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../_components/step-frame";
import { ConfirmForm } from "./_components/confirm-form";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.confirm");
  return { title: words("metaTitle") };
}

/** R1: all four details, with a way back; on a login link's way, what the record has. */
export default async function ConfirmPage() {
  const [page, words, all] = await Promise.all([
    stepPage("confirm"),
    getTranslations("registration.confirm"),
    getTranslations("registration"),
  ]);
  const { registration, path } = page;
  const isSelf = path === "self";
  const change = (question: string, detail: string) =>
    isSelf && (
      <Link
        aria-label={`${words("change")}: ${detail}`}
        className="link inline-flex min-h-11 items-center"
        href={`/register?ask=${question}`}
      >
        {words("change")}
      </Link>
    );
  const items = [
    {
      term: words("name"),
      detail: `${registration.firstName} ${registration.lastName}`,
      action: change("name", words("name")),
    },
    {
      term: words("dateOfBirth"),
      detail: formatBirthDate(registration.dateOfBirth.toString()),
      action: change("birth", words("dateOfBirth")),
    },
    ...(path === "link"
      ? []
      : [
          {
            term: words("email"),
            detail: <AddressText address={registration.email} />,
            action: change("email", words("email")),
          },
        ]),
    { term: words("mobile"), detail: page.mobile, action: change("mobile", words("mobile")) },
  ];
  return (
    <StepFrame
      lead={words(isSelf ? "lead" : "leadLink")}
      progress={stepNumber(path, "confirm")}
      title={words("title")}
    >
      <DefinitionList items={items} />
      <ConfirmForm
        email={path === "link" ? registration.email : null}
        words={{
          ...pickWords(words, ["email", "emailHint"]),
          go: words(isSelf ? "yes" : "yesLink"),
        }}
      />
      {!isSelf && (
        <div>
          <p className="text-muted">{words("wrongLink")}</p>
          <PhoneLink label={all("call")} phone={page.supportPhone} />
        </div>
      )}
    </StepFrame>
  );
}
