import { createHmac } from "node:crypto";

/** X-Twilio-Signature: HMAC-SHA1 over the address and the sorted parameters, names and values run together. */
export function twilioSignature(
  authToken: string,
  url: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const signed = Object.keys(parameters)
    .toSorted()
    .reduce((text, name) => `${text}${name}${parameters[name] ?? ""}`, url);
  return createHmac("sha1", authToken).update(signed, "utf8").digest("base64");
}
