import { beforeAll, expect, it } from "vitest";
import { POST as enterCode } from "@/app/api/registrations/code/route";
import { POST as changeEmail } from "@/app/api/registrations/email/change/route";
import { POST as proveEmail } from "@/app/api/registrations/email/route";
import { POST as createPassword } from "@/app/api/registrations/password/route";
import { POST as answerQuestion } from "@/app/api/registrations/question/route";
import { POST as acceptTerms } from "@/app/api/registrations/terms/route";
import type { RegisteredHandler } from "@/server/route";
import { makePractice } from "../../support/world";
import {
  makeAnna,
  publishTerms,
  reachCode,
  reachEmail,
  reachPassword,
  reachTerms,
  warmPasswords,
} from "../registration/walk";
import { expectDecent, openScene } from "./callers";
import { hostileValues } from "./samples";

const { world, call } = await openScene();

beforeAll(warmPasswords);

type Step = "code" | "question" | "password" | "email" | "terms";

async function atStep(step: Step) {
  const practice = await makePractice(world);
  await makeAnna(world, practice);
  if (step === "question") await makeAnna(world, practice);
  await publishTerms(world, practice);
  if (step === "code") return { ...(await reachCode(world, practice)), token: "" };
  if (step === "question") return { browser: await reachPassword(world, practice), token: "" };
  if (step === "email") return reachEmail(world, practice);
  const reach = step === "password" ? reachPassword : reachTerms;
  return { browser: await reach(world, practice), token: "" };
}

const steps: readonly {
  readonly step: Step;
  readonly handler: RegisteredHandler;
  readonly body: (value: unknown, token: string) => unknown;
}[] = [
  { step: "code", handler: enterCode, body: (code) => ({ code }) },
  { step: "question", handler: answerQuestion, body: (answer) => ({ answer }) },
  { step: "password", handler: createPassword, body: (password) => ({ password }) },
  { step: "email", handler: proveEmail, body: (password, token) => ({ token, password }) },
  { step: "email", handler: changeEmail, body: (email) => ({ email }) },
  { step: "terms", handler: acceptTerms, body: (version) => ({ version }) },
];

it.each(steps)(
  "the step $step survives whatever is entered there (%#)",
  async ({ step, handler, body }) => {
    const { browser, token } = await atStep(step);
    const cookie = `archway-registration=${browser.cookies.get("registration")}`;
    for (const [what, value] of Object.entries(hostileValues)) {
      const answer = await call(handler, { body: body(value, token), headers: { cookie } });
      expectDecent(answer, what);
    }
    const { rows } = await world.db.pool.query(
      "select count(*)::int as logins from identity.login where status = 'active' and email is not null",
    );
    expect(rows).toEqual([{ logins: 0 }]);
  },
);
