import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  backOffSeconds,
  decideAfterTry,
  type FailedTry,
  isExpired,
  nextLookAt,
  type TryFacts,
} from "@/domain/notifications/delivery-tries";
import { documentedStates } from "../../support/documented-states";

const now = Temporal.Instant.from("2026-11-22T10:00:00Z");

function facts(more: Partial<TryFacts> = {}): TryFacts {
  return { kind: "mail", tries: 1, firstTriedAt: now, expiresAt: null, ...more };
}

describe("S17: tries of a delivery", () => {
  it.each([
    [1, 30],
    [2, 60],
    [3, 120],
    [7, 1_920],
    [8, 3_600],
    [9, 3_600],
  ])("waits after try %i for %i s", (tries, seconds) => {
    expect(backOffSeconds(tries)).toBe(seconds);
    expect(decideAfterTry("not_sent", facts({ tries }), now)).toEqual({
      state: "queued",
      nextTryAt: now.add({ seconds }),
    });
  });

  it("gives up after ten tries, after 24 hours, and at once when refused", () => {
    const undelivered = { state: "undelivered" };
    expect(decideAfterTry("not_sent", facts({ tries: 10 }), now)).toEqual(undelivered);
    expect(decideAfterTry("not_sent", facts({ tries: 9 }), now)).not.toEqual(undelivered);
    const dayAgo = facts({ firstTriedAt: now.subtract({ hours: 24 }) });
    expect(decideAfterTry("unclear", dayAgo, now)).toEqual(undelivered);
    const almost = facts({ firstTriedAt: now.subtract({ hours: 24 }).add({ milliseconds: 1 }) });
    expect(decideAfterTry("unclear", almost, now)).not.toEqual(undelivered);
    expect(decideAfterTry("refused", facts(), now)).toEqual(undelivered);
  });

  it.each(documentedStates("Delivery"))(
    "%s, %s: %s, as docs/states.md says",
    (kind, failed, state) => {
      expect(
        decideAfterTry(failed as FailedTry, facts({ kind: kind as TryFacts["kind"] }), now),
      ).toMatchObject({ state });
    },
  );

  it("waits as long as the other side asks for, and not past the expiry", () => {
    expect(decideAfterTry("not_sent", facts(), now, 300)).toMatchObject({
      nextTryAt: now.add({ seconds: 300 }),
    });
    const expiresAt = now.add({ seconds: 10 });
    expect(decideAfterTry("not_sent", facts({ expiresAt }), now)).toMatchObject({
      nextTryAt: expiresAt,
    });
    expect(isExpired(expiresAt, expiresAt)).toBe(true);
    expect(isExpired(expiresAt, expiresAt.subtract({ milliseconds: 1 }))).toBe(false);
    expect(isExpired(null, now)).toBe(false);
  });

  it("asks about a sent text soon, then less and less often", () => {
    expect(nextLookAt(now, now)).toEqual(now.add({ seconds: 10 }));
    const minuteAgo = now.subtract({ seconds: 60 });
    expect(nextLookAt(minuteAgo, now)).toEqual(now.add({ seconds: 60 }));
    expect(nextLookAt(now.subtract({ hours: 48 }), now)).toEqual(now.add({ hours: 6 }));
  });
});
