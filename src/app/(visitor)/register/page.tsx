import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { type VisitorFacts, visitorFacts } from "@/features/access/visitor-facts";
import type { Registration } from "@/features/registration/own-registration";
import {
  type RegistrationState,
  registrationState,
} from "@/features/registration/registration-page";
import { stepNumber } from "@/features/registration/step-numbers";
import { stepPages } from "@/features/registration/step-pages";
import type { PageSearch } from "@/lib/page-search";
import { formatPhone } from "@/lib/phone";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { DetailsForm, type GivenDetails } from "./_components/details-form";
import { detailsWordKeys } from "./_components/details-words";
import { StepFrame } from "./_components/step-frame";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.details");
  return { title: words("metaTitle") };
}

/** R1. A registration that is under way goes on at its own step, unless `?again` asks for a new one. */
export default async function RegisterPage({ searchParams }: { searchParams: PageSearch }) {
  const [search, { state }, facts, words, all] = await Promise.all([
    searchParams,
    registrationState(),
    visitorFacts(),
    getTranslations("registration.details"),
    getTranslations("registration"),
  ]);
  const own = state.kind === "step" ? state.registration : null;
  const isOpen = own !== null && own.step !== "done" && own.step !== "failed";
  const isAgain = search.again !== undefined;
  if (isOpen && !isAgain && !isCorrectable(own)) redirect(stepPages[own.step]);
  const given = isKept(state, isAgain) ? detailsOf(state.registration) : null;
  return (
    <Stack gap={6}>
      {facts.unknownPractice !== null && facts.practice && (
        <Notice title={words("unknownPractice", { asked: facts.unknownPractice })} tone="notice">
          {words("unknownPracticeText", { practice: facts.practice.name })}
        </Notice>
      )}
      <StepFrame lead={words("lead")} progress={stepNumber("self", "begin")} title={words("title")}>
        <DetailsForm
          given={given}
          // What is given fills the fields when they are made: other details, other fields.
          key={given ? Object.values(given).join() : "new"}
          practice={facts.practice?.shortName ?? ""}
          today={todayIn(facts)}
          words={{ ...pickWords(words, detailsWordKeys), back: all("back") }}
        />
      </StepFrame>
      <div className="flex flex-col px-1">
        <p className="flex flex-wrap items-center gap-x-2">
          {words("haveLogin")}
          <Link className="link inline-flex min-h-11 items-center" href={`/login${facts.query}`}>
            {words("toLogin")}
          </Link>
        </p>
        <p className="text-muted">{words("haveLink")}</p>
      </div>
    </Stack>
  );
}

/** On the confirm page's way back, the form is that of the registration itself (R1). */
function isCorrectable({ step, path }: Registration): boolean {
  return step === "confirm" && path === "self";
}

/** The practice's day, YYYY-MM-DD. */
function todayIn({ services, practice }: VisitorFacts): string {
  return services.now
    .toZonedDateTimeISO(practice?.zone ?? "UTC")
    .toPlainDate()
    .toString();
}

type Kept = Extract<RegistrationState, { kind: "step" | "over" }>;

/** What was typed in this browser is there again: to be corrected, or after a day. What a link showed is not. */
function isKept(state: RegistrationState, isAgain: boolean): state is Kept {
  if (state.kind !== "step" && state.kind !== "over") return false;
  const { registration } = state;
  if (state.kind === "step" && isCorrectable(registration)) return true;
  const mayBegin = state.kind === "over" || registration.step === "code";
  return isAgain && mayBegin && registration.path === "self";
}

function detailsOf(registration: Registration): GivenDetails {
  return {
    firstName: registration.firstName,
    lastName: registration.lastName,
    dateOfBirth: registration.dateOfBirth.toString(),
    email: registration.email,
    mobile: formatPhone(registration.mobile),
  };
}
