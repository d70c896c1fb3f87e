import { describe, expect, it } from "vitest";
import {
  changesPerson,
  copyVerdict,
  endsSession,
  keptAddress,
  keptBeside,
  mayBeKept,
} from "@/domain/offline/kept-address";

const child = "01890000-0000-7000-8000-000000000001";

function at(address: string): readonly [string, URLSearchParams] {
  const { pathname, searchParams } = new URL(address, "https://portal.test");
  return [pathname, searchParams];
}

describe("what a patient's phone may keep", () => {
  it.each([
    ["/", "/"],
    ["/treatment", "/treatment"],
    ["/care", "/care"],
    ["/care/cleaning-aligners", "/care/cleaning-aligners"],
    [`/treatment?patient=${child}`, `/treatment?patient=${child}`],
    [`/?patient=${child}&notice=1`, `/?patient=${child}`],
    ["/care?query=dishwasher", "/care"],
  ])("%s stands under %s", (address, key) => {
    expect(keptAddress(...at(address))).toBe(key);
  });

  it.each([
    "/messages",
    "/messages/1",
    "/account",
    "/account/security",
    "/appointments",
    "/treatment/wear",
    "/treatment/problem",
    "/treatment/check-in",
    "/children",
    "/login",
    "/doctor",
    "/doctor/patients/1",
    "/desk",
    "/desk/audit",
    "/api/treatment",
    "/care/a/b",
    "/treatment/",
  ])("%s never is", (address) => {
    expect(
      keptAddress(new URL(address, "https://portal.test").pathname, new URLSearchParams()),
    ).toBe(null);
  });

  it("a search or a notice is not the page itself", () => {
    expect(mayBeKept(...at("/care?query=dishwasher"))).toBe(false);
    expect(mayBeKept(...at(`/care?patient=${child}`))).toBe(true);
    expect(mayBeKept(...at("/messages"))).toBe(false);
  });

  it("R10: a guardian's children have copies of their own", () => {
    const keys = keptBeside(new URLSearchParams({ patient: child }));
    expect(keys).toEqual(["/", "/treatment", "/care"].map((path) => `${path}?patient=${child}`));
    expect(keptBeside(new URLSearchParams())).toEqual(["/", "/treatment", "/care"]);
  });
});

describe("R18: what says that the session is over", () => {
  it.each([
    ["/api/treatment", 401, true],
    ["/login", 200, true],
    ["/login", 307, false],
    ["/treatment", 401, false],
    ["/api/treatment", 403, false],
    ["/api/treatment", 503, false],
    ["/", 200, false],
  ])("%s with %i: %s", (path, status, ends) => {
    expect(endsSession(path, status)).toBe(ends);
  });
});

describe("R10: what an answer does to the copy of its page", () => {
  it.each([
    ["the page", 200, false, "replace"],
    ["led elsewhere: no longer theirs", 200, true, "remove"],
    ["led elsewhere, by the browser itself", 0, true, "remove"],
    ["a child that is no longer theirs", 404, false, "remove"],
    ["nobody's session", 401, false, "remove"],
    ["too many questions", 429, false, "stay"],
    ["the server is away", 503, false, "stay"],
  ])("%s: %i", (_, status, isRedirected, verdict) => {
    expect(copyVerdict(status, isRedirected)).toBe(verdict);
  });
});

it.each([
  ["/api/auth/callback/credentials", true],
  ["/api/auth/signout", true],
  ["/api/login/membership", true],
  ["/api/login", false],
  ["/api/treatment/aligner-changes", false],
])("S12: after %s another may be logged in: %s", (path, changes) => {
  expect(changesPerson(path)).toBe(changes);
});
