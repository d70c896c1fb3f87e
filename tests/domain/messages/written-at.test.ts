import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { lateWriting } from "@/domain/messages/written-at";

const now = Temporal.Instant.from("2026-11-23T15:10:00Z");

describe("R38: when a message was written that went out later", () => {
  it.each([
    ["an hour ago", "2026-11-23T14:02:00Z", "2026-11-23T14:02:00Z"],
    ["two minutes ago", "2026-11-23T15:08:00Z", "2026-11-23T15:08:00Z"],
    ["just now", "2026-11-23T15:08:01Z", null],
    ["in the future, by a wrong clock", "2026-11-23T16:00:00Z", null],
    ["31 days ago", "2026-10-23T15:10:00Z", "2026-10-23T15:10:00Z"],
    ["longer ago than any message waits", "2026-10-23T15:09:59Z", null],
  ])("%s", (_, written, kept) => {
    expect(lateWriting(Temporal.Instant.from(written), now)?.toString() ?? null).toBe(kept);
  });

  it("says nothing where nothing was said", () => {
    expect(lateWriting(null, now)).toBeNull();
  });
});
