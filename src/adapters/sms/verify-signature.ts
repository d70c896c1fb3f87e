import twilio from "twilio";

/** Whether a status callback is Twilio's own. `url` is the address it was given, from APP_URL, never from a header. */
export function verifyTwilioSignature({
  authToken,
  signature,
  url,
  parameters,
}: {
  readonly authToken: string;
  readonly signature: string | null;
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
}): boolean {
  return signature !== null && twilio.validateRequest(authToken, signature, url, { ...parameters });
}
