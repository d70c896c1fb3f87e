import { ok, type Result, refused } from "@/domain/result";

/** S2: an unfinished registration is purged this long after its start. */
export const REGISTRATION_HOURS = 24;

/** How it began: by oneself, by a login link (R7), or by a link of somebody already registered. */
export type RegistrationPath = "self" | "link" | "password_setup";

/** How often the question of R5 may be answered before the practice decides. */
export const QUESTION_TRIES = 3;

/**
 * The step that comes next. `waiting`: staff decide which of two records it is (R5); `failed`: over, the practice
 * helps otherwise (R8).
 */
export type RegistrationStep =
  | "confirm"
  | "code"
  | "question"
  | "password"
  | "email"
  | "terms"
  | "done"
  | "waiting"
  | "failed";

export type RegistrationEvent =
  | "correct"
  | "confirm"
  | "resend"
  | "accept_code"
  | "accept_code_of_two"
  | "settle"
  | "leave_open"
  | "decide"
  | "create_password"
  | "prove_email"
  | "accept_terms";

type Moves = Readonly<Record<RegistrationPath, StepTable>>;
type StepTable = Readonly<
  Partial<Record<RegistrationStep, Partial<Record<RegistrationEvent, RegistrationStep>>>>
>;

const MOVES: Moves = {
  self: {
    confirm: { correct: "confirm", confirm: "code" },
    code: {
      correct: "confirm",
      resend: "code",
      accept_code: "password",
      accept_code_of_two: "question",
    },
    question: { settle: "password", leave_open: "waiting", decide: "password" },
    waiting: { decide: "password" },
    password: { create_password: "email" },
    email: { resend: "email", prove_email: "terms" },
    terms: { accept_terms: "done" },
  },
  link: {
    code: { resend: "code", accept_code: "confirm" },
    confirm: { correct: "confirm", confirm: "password" },
    password: { create_password: "email" },
    email: { resend: "email", prove_email: "terms" },
    terms: { accept_terms: "done" },
  },
  password_setup: {
    code: { resend: "code", accept_code: "confirm" },
    confirm: { confirm: "password" },
    password: { create_password: "done" },
  },
};

/** Nothing personal is shown before the code on a link's way (R7), so its first step is the code. */
export function firstStep(path: RegistrationPath): RegistrationStep {
  return path === "self" ? "confirm" : "code";
}

/** The next step (S2), or `wrong_step` with the `step` that is due; a refused event changes nothing. */
export function nextStep(
  path: RegistrationPath,
  step: RegistrationStep,
  event: RegistrationEvent,
): Result<RegistrationStep, "wrong_step"> {
  const next = MOVES[path][step]?.[event];
  return next === undefined ? refused("wrong_step", { step }) : ok(next);
}
