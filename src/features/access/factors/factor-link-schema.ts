import * as z from "zod";
import { linkToken, typedPassword } from "../schema";
import { attestationSchema, passkeyOptions } from "./passkey-schema";

export const loginParams = z.object({ id: z.uuid() });
export const factorsReset = z.object({ expiresAt: z.iso.datetime({ offset: true }) });

export const factorLinkOpening = z.strictObject({ token: linkToken, password: typedPassword });
/** An authenticator app to be proved; `picture` is its QR code. */
export const authenticatorOffered = z.object({
  id: z.uuid(),
  secret: z.string(),
  uri: z.string(),
  picture: z.object({ size: z.int(), path: z.string() }),
});
export const factorLinkOpened = authenticatorOffered.extend({
  passkey: z.object({ id: z.uuid(), options: passkeyOptions }),
});

/** A code of the authenticator app begun with the password, or what the browser made as the passkey. */
export const factorLinkCompletion = z.strictObject({
  token: linkToken,
  id: z.uuid(),
  code: z.string().min(1).max(20).optional(),
  attestation: attestationSchema.optional(),
});
export const factorLinkCompleted = z.object({ recoveryCodes: z.array(z.string()) });
