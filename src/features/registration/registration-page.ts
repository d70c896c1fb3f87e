import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { inPractice } from "@/db/transaction";
import type { RegistrationPath, RegistrationStep } from "@/domain/registration/steps";
import { cookieName } from "@/features/access/cookies";
import { pageVisit } from "@/features/access/page-visit";
import { type PracticeFacts, practiceById } from "@/features/practices/current-practice";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { loginFacts } from "./logins/login-facts";
import { isOver, type Registration, registrationOfCookie } from "./own-registration";
import { stepPages } from "./step-pages";

export type RegistrationState =
  | { readonly kind: "none" }
  | { readonly kind: "elsewhere"; readonly registration: Registration }
  | { readonly kind: "over"; readonly registration: Registration }
  | { readonly kind: "step"; readonly registration: Registration };

/** The registration of the browser that asks for a page. */
export const registrationState = cache(
  async (): Promise<{ services: Services; state: RegistrationState }> => {
    const [{ services }, jar] = await Promise.all([pageVisit(), cookies()]);
    const cookie = jar.get(cookieName(services.env, "registration"))?.value;
    const registration = await registrationOfCookie(services, cookie);
    return { services, state: stateOf(services, registration) };
  },
);

function stateOf(services: Services, registration: Registration | null): RegistrationState {
  if (!registration) return { kind: "none" };
  if (registration.movedAt !== null) return { kind: "elsewhere", registration };
  const kind = isOver(registration, services.now) ? "over" : "step";
  return { kind, registration };
}

/** What a step's page shows. Nothing of the record stands here before the code was right (S2, R7). */
export interface StepPage {
  readonly services: Services;
  readonly practice: PracticeFacts;
  readonly registration: Registration;
  readonly path: RegistrationPath;
  /** As people write it. */
  readonly mobile: string;
  readonly supportPhone: string;
}

/** Admits to the page of a step, or leads to the page of the step that is due. */
export async function stepPage(step: RegistrationStep): Promise<StepPage> {
  const { services, state } = await registrationState();
  if (state.kind === "none") redirect("/register");
  if (state.kind === "over") redirect("/register/over");
  if (state.kind === "elsewhere") redirect("/register/elsewhere");
  const { registration } = state;
  if (stepPages[registration.step] !== stepPages[step]) redirect(stepPages[registration.step]);
  const practice = await practiceById(services, registration.practiceId);
  if (!practice) redirect("/register");
  return {
    services,
    practice,
    registration,
    path: registration.path,
    mobile: formatPhone(registration.mobile),
    supportPhone: formatPhone(practice.supportPhone),
  };
}

/** The login name that was made ready, for the last page. */
export async function registeredName(page: StepPage): Promise<string | null> {
  const { loginId, practiceId } = page.registration;
  if (loginId === null) return null;
  const facts = await inPractice(page.services.db, practiceId, (tx) =>
    loginFacts(tx, page.services, loginId),
  );
  return facts?.loginName ?? null;
}
