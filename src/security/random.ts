import { randomBytes } from "node:crypto";

/** Where everything unguessable comes from; tests give their own. */
export interface Random {
  bytes(length: number): Uint8Array<ArrayBuffer>;
  /** A UUIDv7: ids that sort by the time of their making (S12). */
  uuid(): string;
}

export const systemRandom: Random = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  uuid: () => uuidV7(Date.now(), systemRandom.bytes(10)),
};

/** RFC 9562, section 5.7: 48 bits of milliseconds, the rest random but for version and variant. */
export function uuidV7(epochMs: number, random: Uint8Array): string {
  const hex =
    epochMs.toString(16).padStart(12, "0") + Buffer.from(random.subarray(0, 10)).toString("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
