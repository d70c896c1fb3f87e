import { describe, expect, it } from "vitest";
import {
  changeRoute,
  type KeptSubmission,
  sendVerdict,
  toSend,
  whatIsKept,
} from "@/domain/offline/kept-submission";

const change: KeptSubmission = {
  key: "k1",
  owner: "me",
  patientId: "p",
  route: changeRoute,
  body: { patientId: "p", stage: 7, changedOn: "2026-11-21" },
  keptAtMs: 2,
};

describe("what an answer to a kept submission means", () => {
  it.each([
    [0, "later"],
    [200, "sent"],
    [201, "sent"],
    [302, "later"],
    [401, "log_in"],
    [403, "refused"],
    [404, "refused"],
    [408, "later"],
    [409, "refused"],
    [422, "refused"],
    [425, "later"],
    [429, "later"],
    [500, "later"],
    [503, "later"],
  ])("%i: %s", (status, verdict) => {
    expect(sendVerdict(status)).toBe(verdict);
  });
});

describe("what is sent", () => {
  it("in the order it was submitted, and never again what was refused", () => {
    const first = { ...change, key: "k0", keptAtMs: 1 };
    const refused = { ...change, key: "k2", refusal: "Already marked." };
    const silent = { ...change, key: "k3", refusal: "" };
    expect(toSend([change, refused, silent, first], "me").map(({ key }) => key)).toEqual([
      "k0",
      "k1",
    ]);
  });

  it("both arches of one press in a fixed order", () => {
    const second = { ...change, key: "k1-1" };
    expect(toSend([second, change], "me").map(({ key }) => key)).toEqual(["k1", "k1-1"]);
  });

  it("S12: never what another login submitted", () => {
    expect(toSend([{ ...change, owner: "another" }], "me")).toEqual([]);
  });
});

describe("what a page says of it", () => {
  it.each([
    [changeRoute, change.body, { kind: "change", arch: "one", stage: 7, on: "2026-11-21" }],
    [
      changeRoute,
      { ...change.body, arch: "upper" },
      { kind: "change", arch: "upper", stage: 7, on: "2026-11-21" },
    ],
    [changeRoute, { stage: "7" }, { kind: "other" }],
    ["/api/threads", { subject: "s", body: "b" }, { kind: "message" }],
    ["/api/threads/0a-9/messages", { body: "b" }, { kind: "message" }],
    ["/api/threads/0a-9/read", {}, { kind: "other" }],
  ])("%s %j", (route, body, what) => {
    expect(whatIsKept({ route, body })).toEqual(what);
  });
});
