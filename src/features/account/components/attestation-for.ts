import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";

/** What a route answers when a passkey is begun. */
export type PasskeyOffer = { id: string; options: PublicKeyCredentialCreationOptionsJSON };

/** Loaded only when a passkey is made; null when the person left the browser's dialog. */
export async function attestationFor(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<unknown> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  try {
    return await startRegistration({ optionsJSON });
  } catch {
    // Left, timed out, or here already: the browser tells no more.
    return null;
  }
}
