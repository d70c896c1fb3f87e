import type { Metadata } from "next";
import Link from "next/link";
import { Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { resendWaitOf } from "@/features/registration/code/resend-code";
import { stepPage } from "@/features/registration/registration-page";
import { stepNumber } from "@/features/registration/step-numbers";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { SendAgain } from "../_components/send-again";
import { StepFrame } from "../_components/step-frame";
import { BirthDateAgain } from "./_components/birth-date-again";
import { CodeForm } from "./_components/code-form";
import { SpentCodeProvider } from "./_components/spent-code";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.code");
  return { title: words("metaTitle") };
}

/** R2, S2: the same page whether or not a text is on its way; what helps stands below. */
export default async function CodePage() {
  const [page, words, all] = await Promise.all([
    stepPage("code"),
    getTranslations("registration.code"),
    getTranslations("registration"),
  ]);
  const isSelf = page.path === "self";
  return (
    <StepFrame
      lead={
        isSelf
          ? words.rich("lead", {
              number: () => <span className="whitespace-nowrap text-ink">{page.mobile}</span>,
            })
          : words("leadLink")
      }
      // How many steps are left would tell whether the birth date was right, and who is registered (R7).
      {...(isSelf && { progress: stepNumber("self", "code") })}
      title={words("title")}
    >
      <SpentCodeProvider>
        <CodeForm words={pickWords(words, ["code", "go"])} />
        <section aria-labelledby="no-text" className="rounded-control bg-sunken p-4">
          <Stack gap={3}>
            <h2 className="font-semibold" id="no-text">
              {words("noText")}
            </h2>
            <SendAgain
              path="/api/registrations/code/resend"
              seconds={await resendWaitOf(page.services, page.registration.id)}
              words={pickWords((key) => words.raw(key), ["wait", "resend", "resent"])}
            />
            <p>{words("checkPhone")}</p>
            <p>{words(isSelf ? "checkDetails" : "checkLink")}</p>
            <PhoneLink label={all("call")} phone={page.supportPhone} />
            {!isSelf && (
              <BirthDateAgain words={pickWords(words, ["birthDateAgain", "openLinkAgain"])} />
            )}
            {isSelf && (
              <Link
                className="link inline-flex min-h-11 items-center self-start"
                href={`/register?again=1&ask=mobile&practice=${page.practice.shortName}`}
              >
                {words("startAgain")}
              </Link>
            )}
          </Stack>
        </section>
      </SpentCodeProvider>
    </StepFrame>
  );
}
