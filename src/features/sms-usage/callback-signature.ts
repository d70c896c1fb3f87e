import { createHmac } from "node:crypto";
import { isSameSecret } from "@/security/tokens";

/**
 * Whether a status callback is Twilio's own: `X-Twilio-Signature` is HMAC-SHA1 over the address it was given and its
 * sorted parameters. `url` is built from APP_URL, never from a header.
 */
export function isTwilioSignature(
  authToken: string,
  signature: string | null,
  url: string,
  parameters: Readonly<Record<string, string>>,
): boolean {
  if (signature === null) return false;
  const signed = Object.keys(parameters)
    .toSorted()
    .reduce((text, name) => `${text}${name}${parameters[name] ?? ""}`, url);
  const expected = createHmac("sha1", authToken).update(signed, "utf8").digest();
  return isSameSecret(new Uint8Array(Buffer.from(signature, "base64")), new Uint8Array(expected));
}
