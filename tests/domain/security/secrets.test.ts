import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { knownBrowserDigest, lockCounterKey } from "@/security/known-browser";
import { codeDigest, isRightCode, newCode } from "@/security/one-time-codes";
import { type Random, systemRandom, uuidV7 } from "@/security/random";
import { limitKey } from "@/security/rate-limits";
import { isSameSecret, isTokenShaped, newToken, tokenDigest } from "@/security/tokens";

const KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);

/** Gives these numbers, four bytes each, one after another. */
function scripted(...numbers: number[]): Random {
  const left = [...numbers];
  return {
    bytes(length) {
      const bytes = new Uint8Array(length);
      new DataView(bytes.buffer).setUint32(0, left.shift() ?? 0);
      return bytes;
    },
    uuid: () => "00000000-0000-7000-8000-000000000000",
  };
}

describe("S7, S9, S10: tokens", () => {
  it("are 256 bits in base64url, kept as SHA-256", () => {
    const { token, digest } = newToken(systemRandom);
    expect(isTokenShaped(token)).toBe(true);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(Buffer.from(digest).toString("hex")).toBe(
      createHash("sha256").update(token).digest("hex"),
    );
    expect(isSameSecret(tokenDigest(token), digest)).toBe(true);
    expect(newToken(systemRandom).token).not.toBe(token);
  });

  it.each([
    "",
    "short",
    "a".repeat(42),
    "a".repeat(44),
    `${"a".repeat(42)}=`,
    `${"a".repeat(42)}\n`,
  ])("%j is no token", (text) => {
    expect(isTokenShaped(text)).toBe(false);
  });

  it("secrets of unequal length differ, without an exception", () => {
    expect(isSameSecret(new Uint8Array(32), new Uint8Array(31))).toBe(false);
    expect(isSameSecret(new Uint8Array(32), new Uint8Array(32))).toBe(true);
  });
});

describe("S3: one-time codes", () => {
  it("have six digits, zeros in front included", () => {
    expect(newCode(scripted(0))).toBe("000000");
    expect(newCode(scripted(42))).toBe("000042");
    expect(newCode(scripted(4_293_999_999))).toBe("999999");
  });

  it("favour none: numbers above the last whole million are drawn again", () => {
    expect(newCode(scripted(4_294_000_000, 4_294_967_295, 123_456))).toBe("123456");
  });

  it("are kept bound to challenge and purpose, under a key", () => {
    const binding = { challengeId: "c1", purpose: "login" };
    const stored = codeDigest(KEY, binding, "123456");
    expect(isRightCode(KEY, binding, "123456", stored)).toBe(true);
    expect(isRightCode(KEY, binding, "123457", stored)).toBe(false);
    expect(isRightCode(KEY, { ...binding, challengeId: "c2" }, "123456", stored)).toBe(false);
    expect(isRightCode(KEY, { ...binding, purpose: "registration" }, "123456", stored)).toBe(false);
    expect(isRightCode(OTHER_KEY, binding, "123456", stored)).toBe(false);
  });

  it("parts of what they are bound to cannot run together", () => {
    const a = codeDigest(KEY, { challengeId: "1", purpose: "login2" }, "123456");
    const b = codeDigest(KEY, { challengeId: "21", purpose: "login" }, "123456");
    expect(isSameSecret(a, b)).toBe(false);
  });
});

describe("S5: whose streak counts", () => {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

  it("one per login, per unknown name, and per known browser of a login", () => {
    const keys = [
      lockCounterKey(KEY, { loginId: "anna" }),
      lockCounterKey(KEY, { unknownName: "anna" }),
      lockCounterKey(KEY, { unknownName: "erik" }),
      lockCounterKey(KEY, { loginId: "anna" }, "browser-1"),
      lockCounterKey(KEY, { loginId: "anna" }, "browser-2"),
      lockCounterKey(OTHER_KEY, { loginId: "anna" }),
    ];
    expect(new Set(keys.map(hex)).size).toBe(keys.length);
    expect(new Set(keys.map((key) => key.length))).toEqual(new Set([32]));
    expect(hex(lockCounterKey(KEY, { loginId: "anna" }))).toBe(hex(keys[0] ?? new Uint8Array()));
  });

  it("a browser is known for each login by itself", () => {
    const digests = ["anna", "erik"].map((id) => hex(knownBrowserDigest(KEY, "token", id)));
    expect(new Set(digests).size).toBe(2);
  });

  it("limits hide what they count", () => {
    const key = limitKey(KEY, "text-number", "+46701740605");
    expect(key).toMatch(/^text-number:[A-Za-z0-9_-]{43}$/);
    expect(key).not.toContain("4670174");
    expect(limitKey(KEY, "text-prefix", "+46701740605")).not.toBe(key);
  });
});

describe("S12: ids", () => {
  it("are UUIDv7: version, variant and the time in front", () => {
    const id = uuidV7(0x0199_9999_aaaa, new Uint8Array(10).fill(0xff));
    expect(id).toBe("01999999-aaaa-7fff-bfff-ffffffffffff");
    const made = Array.from({ length: 50 }, () => systemRandom.uuid());
    expect(new Set(made).size).toBe(50);
    for (const uuid of made) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(uuidV7(1, randomBytes(10)) < uuidV7(2, randomBytes(10))).toBe(true);
  });
});
