import type { RegistrationStep } from "@/domain/registration/steps";

/** Where each step has its page: the server knows the step, so reload and the browser's back button are safe (S2). */
export const stepPages: Readonly<Record<RegistrationStep, string>> = {
  confirm: "/register/confirm",
  code: "/register/code",
  question: "/register/question",
  password: "/register/password",
  email: "/register/email",
  terms: "/register/terms",
  done: "/register/done",
  waiting: "/register/waiting",
  failed: "/register/failed",
};
