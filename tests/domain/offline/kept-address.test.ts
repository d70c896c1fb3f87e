import { describe, expect, it } from "vitest";
import { endsSession, keptAddress, keptBeside, mayBeKept } from "@/domain/offline/kept-address";

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
