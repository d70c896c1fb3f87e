import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import * as z from "zod";

export type Assertion = AuthenticationResponseJSON;
export type Attestation = RegistrationResponseJSON;
export type PasskeyRequest = PublicKeyCredentialRequestOptionsJSON;

const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/);

const attachment = z.enum(["platform", "cross-platform"]);
/** Nothing is read from it; browsers add what they like. */
const extensions = z.record(z.string().max(60), z.unknown());

/** What `navigator.credentials.get` gives, as JSON (WebAuthn level 3). */
export const assertionSchema: z.ZodType<Assertion> = z.strictObject({
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal("public-key"),
  authenticatorAttachment: attachment.exactOptional(),
  clientExtensionResults: extensions,
  response: z.strictObject({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: base64url(100).exactOptional(),
  }),
});

const transports = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);

/** What `navigator.credentials.create` gives, as JSON. */
export const attestationSchema: z.ZodType<Attestation> = z.strictObject({
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal("public-key"),
  authenticatorAttachment: attachment.exactOptional(),
  clientExtensionResults: extensions,
  response: z.strictObject({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(20_000),
    authenticatorData: base64url(8000).exactOptional(),
    publicKey: base64url(4000).exactOptional(),
    publicKeyAlgorithm: z.int().exactOptional(),
    transports: z.array(transports).max(7).exactOptional(),
  }),
});

/** Options for the browser's own dialog; their shape is WebAuthn's. */
export const passkeyOptions = z.record(z.string(), z.unknown());
