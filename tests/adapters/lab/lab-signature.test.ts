import { createHmac } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { verifyLabSignature } from "@/security/lab-signature";

const secret = "a secret of sixteen and more";
const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
const body = '{"reportId":"r","caseId":"c","caseNumber":"N-1"}';
const seconds = now.epochMilliseconds / 1000;

function v1(at: number, text = body, by = secret): string {
  return `v1=${createHmac("sha256", by).update(`${at}.${text}`).digest("hex")}`;
}

const verify = (header: string | null, given = body) =>
  verifyLabSignature(secret, header, given, now);

describe("S17: a lab's signature", () => {
  it("holds five minutes in both directions", () => {
    for (const apart of [0, 300, -300]) {
      const at = seconds + apart;
      expect(verify(`t=${at},${v1(at)}`)).toMatchObject({ ok: true });
    }
    for (const apart of [301, -301]) {
      const at = seconds + apart;
      expect(verify(`t=${at},${v1(at)}`)).toEqual({ ok: false, reason: "old" });
    }
  });

  it("holds with one good one of several, while a secret is changed", () => {
    const header = `t=${seconds}, ${v1(seconds, body, "the former secret")}, ${v1(seconds)}`;
    expect(verify(header)).toMatchObject({ ok: true });
  });

  it("is wrong for another body, another time and another secret", () => {
    expect(verify(`t=${seconds},${v1(seconds)}`, `${body} `)).toMatchObject({ reason: "wrong" });
    expect(verify(`t=${seconds + 1},${v1(seconds)}`)).toMatchObject({ reason: "wrong" });
    const foreign = v1(seconds, body, "another secret of sixteen");
    expect(verify(`t=${seconds},${foreign}`)).toMatchObject({ reason: "wrong" });
  });

  it.each([null, "", "t=,v1=", `t=${seconds}`, `v1=${"0".repeat(64)}`, `t=${seconds},v1=12`])(
    "is malformed: %j",
    (header) => {
      expect(verify(header)).toEqual({ ok: false, reason: "malformed" });
    },
  );

  it("never holds with an empty secret", () => {
    const header = `t=${seconds},${v1(seconds, body, "")}`;
    expect(verifyLabSignature("", header, body, now)).toMatchObject({ reason: "malformed" });
  });
});
