import { describe, expect, it } from "vitest";
import { systemRandom } from "@/security/random";
import { needsReseal, openSealed, type SealingKeys, seal, sealedWith } from "@/security/sealing";

const OLD = { id: "k1", secret: new Uint8Array(32).fill(1) };
const NEW = { id: "k2", secret: new Uint8Array(32).fill(2) };
const KEYS: SealingKeys = { current: OLD, former: [] };
const ROTATED: SealingKeys = { current: NEW, former: [OLD] };
const ROW = { table: "lab_connection", column: "sealed_tokens", rowId: "r1" };
const SECRET = '{"refreshToken":"ärlig"}';

describe("S17, S18: sealed texts", () => {
  it("open again, and are never twice the same", () => {
    const envelope = seal(KEYS, systemRandom, ROW, SECRET);
    expect(openSealed(KEYS, ROW, envelope)).toEqual({ ok: true, value: SECRET });
    expect(Buffer.from(envelope).includes("refreshToken")).toBe(false);
    expect(Buffer.from(seal(KEYS, systemRandom, ROW, SECRET)).equals(Buffer.from(envelope))).toBe(
      false,
    );
    expect(openSealed(KEYS, ROW, seal(KEYS, systemRandom, ROW, ""))).toEqual({
      ok: true,
      value: "",
    });
  });

  it("open with a former key, and say that they should be sealed anew", () => {
    const envelope = seal(KEYS, systemRandom, ROW, SECRET);
    expect(sealedWith(envelope)).toBe("k1");
    expect(openSealed(ROTATED, ROW, envelope).ok).toBe(true);
    expect([needsReseal(KEYS, envelope), needsReseal(ROTATED, envelope)]).toEqual([false, true]);
    expect(openSealed({ current: NEW, former: [] }, ROW, envelope)).toMatchObject({
      reason: "unknown_key",
    });
  });

  it("a key of the same name with another secret opens nothing", () => {
    const envelope = seal(KEYS, systemRandom, ROW, SECRET);
    const impostor = { current: { ...NEW, id: "k1" }, former: [] };
    expect(openSealed(impostor, ROW, envelope)).toMatchObject({ reason: "broken_seal" });
  });

  it.each([
    ["row", { rowId: "r2" }],
    ["table", { table: "practice" }],
    ["column", { column: "sealed_secret" }],
  ])("do not open in another %s", (_, moved) => {
    const envelope = seal(KEYS, systemRandom, ROW, SECRET);
    expect(openSealed(KEYS, { ...ROW, ...moved }, envelope)).toMatchObject({
      reason: "broken_seal",
    });
  });

  it("do not open with any single byte changed, or cut anywhere", () => {
    const envelope = seal(KEYS, systemRandom, ROW, SECRET);
    for (let index = 0; index < envelope.length; index += 1) {
      const changed = Uint8Array.from(envelope);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(openSealed(KEYS, ROW, changed).ok).toBe(false);
      expect(openSealed(KEYS, ROW, envelope.subarray(0, index)).ok).toBe(false);
    }
  });
});
