import { describe, expect, it } from "vitest";
import { bodyOf, type KeptChange, sendVerdict, toSend } from "@/domain/offline/sending";

const change: KeptChange = {
  key: "k1",
  owner: "me",
  patientId: "p",
  stage: 7,
  changedOn: "2026-11-21",
  markedAtMs: 2,
};

describe("what an answer to a kept change means", () => {
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
  it("in the order it was marked, and never again what was refused", () => {
    const first = { ...change, key: "k0", markedAtMs: 1 };
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

  it("S12: never what another login marked", () => {
    expect(toSend([{ ...change, owner: "another" }], "me")).toEqual([]);
  });

  it("S16: the same body at every try, with the day it was done", () => {
    const upper = { ...change, arch: "upper" as const, refusal: "x" };
    expect(bodyOf(upper)).toEqual({
      patientId: "p",
      arch: "upper",
      stage: 7,
      changedOn: "2026-11-21",
    });
    expect(JSON.stringify(bodyOf(upper))).toBe(JSON.stringify(bodyOf({ ...upper })));
    expect(bodyOf(change)).not.toHaveProperty("arch");
  });
});
