import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  decideLinkUse,
  type LoginLinkFacts,
  loginLinkState,
} from "@/domain/registration/login-link";

const MADE = Temporal.Instant.from("2026-03-01T08:00:00Z");
const LINK: LoginLinkFacts = { createdAt: MADE, openedAt: null, usedAt: null, replacedAt: null };

describe("R7, S9: a login link", () => {
  it.each([
    [{}, { hours: 0 }, "sent", true],
    [{ openedAt: MADE }, { hours: 1 }, "opened", true],
    [{ openedAt: MADE }, { hours: 23, minutes: 59, seconds: 59 }, "opened", true],
    [{ openedAt: MADE }, { hours: 24 }, "expired", false],
    [{}, { hours: 24 }, "expired", false],
    [{ usedAt: MADE }, { hours: 1 }, "used", false],
    [{ usedAt: MADE, replacedAt: MADE }, { hours: 48 }, "used", false],
    [{ replacedAt: MADE }, { hours: 1 }, "replaced", false],
    [{ replacedAt: MADE }, { hours: 48 }, "replaced", false],
  ] as const)("%o after %o: %s", (facts, later, state, usable) => {
    const link = { ...LINK, ...facts };
    expect(loginLinkState(link, MADE.add(later))).toBe(state);
    const decided = decideLinkUse(link, MADE.add(later));
    expect(decided.ok ? true : decided.reason).toBe(usable || `link_${state}`);
  });
});
