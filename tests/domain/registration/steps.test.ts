import { describe, expect, it } from "vitest";
import {
  firstStep,
  nextStep,
  type RegistrationEvent,
  type RegistrationPath,
  type RegistrationStep,
} from "@/domain/registration/steps";
import { documentedStates } from "../../support/documented-states";

// Anything that is not in docs/states.md, "Registration", is refused.
const TABLE = documentedStates("Registration").map(
  ([path, step, event, next]) =>
    [path, step, event, next] as [RegistrationPath, RegistrationStep, RegistrationEvent, string],
);
const PATHS: RegistrationPath[] = ["self", "link", "password_setup"];
const STEPS: RegistrationStep[] = [
  "confirm",
  "code",
  "question",
  "password",
  "email",
  "terms",
  "done",
  "waiting",
  "failed",
];
const EVENTS = [...new Set(TABLE.map(([, , event]) => event))];
const ALL = PATHS.flatMap((path) =>
  STEPS.flatMap((step) => EVENTS.map((event) => [path, step, event] as const)),
);

describe("S2: registration goes one way", () => {
  it("is documented", () => {
    expect(TABLE).toHaveLength(26);
  });

  it.each(TABLE)("%s: at %s, %s leads to %s", (path, step, event, next) => {
    expect(nextStep(path, step, event)).toEqual({ ok: true, value: next });
  });

  it("every other event is out of order", () => {
    const listed = new Set(TABLE.map(([path, step, event]) => `${path} ${step} ${event}`));
    const rest = ALL.filter(([path, step, event]) => !listed.has(`${path} ${step} ${event}`));
    expect(rest).toHaveLength(ALL.length - TABLE.length);
    for (const [path, step, event] of rest) {
      expect(nextStep(path, step, event)).toEqual({
        ok: false,
        reason: "wrong_step",
        detail: { step },
      });
    }
  });

  it("R2, R4: nobody gets a password before the code, or a login before the terms", () => {
    for (const path of PATHS) {
      const before = TABLE.filter(([of, , , next]) => of === path && next === "password");
      expect(
        before.every(([, step]) => ["code", "question", "waiting", "confirm"].includes(step)),
      ).toBe(true);
    }
    expect(nextStep("self", "confirm", "create_password").ok).toBe(false);
    expect(nextStep("self", "email", "accept_terms").ok).toBe(false);
  });

  it("R7: a link starts with the code, before anything personal is shown", () => {
    expect(PATHS.map(firstStep)).toEqual(["confirm", "code", "code"]);
  });
});
