import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPath } from "@/features/access/next-path";

const origin = "https://portal.example.com";

describe("S13: a path to go on to stays on our own pages", () => {
  it.each([
    "/.//evil.example.com",
    "/a/..//evil.example.com",
    "/./.././/evil.example.com/path",
    "/%2e//evil.example.com",
    "/%2E%2e//evil.example.com",
    "//evil.example.com",
    "/\\evil.example.com",
    "/\t/evil.example.com",
    "https://evil.example.com",
    "javascript:alert(1)",
    "/./api/auth/signout",
    "/treatment/../login?next=/",
  ])("%s leads nowhere", (asked) => {
    expect(nextPath(asked)).toBeNull();
  });

  it("whatever is asked, a browser that follows it arrives at us", () => {
    const piece = fc.constantFrom(
      "/",
      "//",
      ".",
      "..",
      "%2e",
      "\\",
      "@",
      ":",
      "a",
      "?",
      "#",
      "evil.com",
      "%2f",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = nextPath(`/${pieces.join("")}`);
        if (path !== null) expect(new URL(path, origin).origin).toBe(origin);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    "/treatment",
    "/messages?patient=01900000-0000-7000-8000-000000000000",
    "/doctor/inbox?show=all&whose=all",
  ])("%s is ours", (asked) => {
    expect(nextPath(asked)).toBe(asked);
  });
});
