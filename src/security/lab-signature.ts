import { createHmac } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { isSameSecret } from "./tokens";

const TOLERANCE_SECONDS = 5 * 60;

/** malformed: none, or not one. old: signed more than five minutes before or after `now`. */
export type LabSignatureRefusal = "malformed" | "wrong" | "old";

/**
 * Whether a lab signed this body: `lab-signature: t=<unix seconds>,v1=<HMAC-SHA256 of "t.body", hex>`. More than one
 * `v1` may stand there while a secret is changed. `body` is the text as it came, unparsed.
 */
export function verifyLabSignature(
  secret: string,
  header: string | null | undefined,
  body: string,
  now: Temporal.Instant,
): Result<null, LabSignatureRefusal> {
  const parts = (header ?? "").split(",").map((part) => part.trim());
  const at = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2);
  const given = parts.filter((part) => /^v1=[0-9a-f]{64}$/.test(part));
  if (secret === "" || at === undefined || given.length === 0) return refused("malformed");
  const expected = createHmac("sha256", secret).update(`${at}.${body}`).digest();
  const isSigned = given.some((part) => isSameSecret(Buffer.from(part.slice(3), "hex"), expected));
  if (!isSigned) return refused("wrong");
  const apartSeconds = Math.abs(now.epochMilliseconds / 1000 - Number(at));
  return apartSeconds <= TOLERANCE_SECONDS ? ok(null) : refused("old");
}
