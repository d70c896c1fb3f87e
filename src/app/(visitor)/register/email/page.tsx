import type { Metadata } from "next";
import { AddressText } from "@/components/address-text";
import { Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { secondsUntilMail } from "@/features/registration/email/resend-email";
import { stepPage } from "@/features/registration/registration-page";
import { stepNumber } from "@/features/registration/step-numbers";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { PasswordKept } from "../_components/password-kept";
import { SendAgain } from "../_components/send-again";
import { StepFrame } from "../_components/step-frame";
import { CorrectEmail } from "./_components/correct-email";
import { LookAgain } from "./_components/look-again";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.email");
  return { title: words("metaTitle") };
}

/** R3: the link is in the mail; when none comes, this page helps. */
export default async function EmailPage({ searchParams }: { searchParams: PageSearch }) {
  const [page, words, all] = await Promise.all([
    stepPage("email"),
    getTranslations("registration.email"),
    getTranslations("registration"),
  ]);
  const { registration, services, path } = page;
  const isFixed = path === "self";
  return (
    <StepFrame
      lead={words.rich("lead", {
        email: () => (
          <strong className="text-ink">
            <AddressText address={registration.email} />
          </strong>
        ),
      })}
      progress={stepNumber(path, "email")}
      title={words("title")}
    >
      <PasswordKept search={await searchParams} />
      <p>{words("anyDevice")}</p>
      <LookAgain label={words("reload")} />
      <section aria-labelledby="no-mail" className="rounded-control bg-sunken p-4">
        <Stack gap={3}>
          <h2 className="font-semibold" id="no-mail">
            {words("nothing")}
          </h2>
          <ul className="flex list-disc flex-col gap-1 ps-5">
            <li>{words("spam")}</li>
            <li>
              {words("checkAddress")} {isFixed && words("callFixed")}
            </li>
          </ul>
          <SendAgain
            path="/api/registrations/email/resend"
            seconds={await secondsUntilMail(services, registration.id)}
            words={pickWords((key) => words.raw(key), ["wait", "resend", "resent"])}
          />
          {!isFixed && (
            <CorrectEmail
              email={registration.email}
              words={pickWords(words, ["correct", "newEmail", "send"])}
            />
          )}
          <PhoneLink label={all("call")} phone={page.supportPhone} />
        </Stack>
      </section>
    </StepFrame>
  );
}
