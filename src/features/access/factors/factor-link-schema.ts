import * as z from "zod";
import { attestationSchema, passkeyOptions } from "./passkey-schema";

const token = z.string().min(1).max(200);

export const loginParams = z.object({ id: z.uuid() });
export const factorsReset = z.object({ expiresAt: z.iso.datetime({ offset: true }) });

export const factorLinkOpening = z.strictObject({ token, password: z.string().min(1).max(512) });
export const factorLinkOpened = z.object({
  id: z.uuid(),
  secret: z.string(),
  uri: z.string(),
  picture: z.object({ size: z.int(), path: z.string() }),
  passkey: z.object({ id: z.uuid(), options: passkeyOptions }),
});

/** A code of the authenticator app begun with the password, or what the browser made as the passkey. */
export const factorLinkCompletion = z.strictObject({
  token,
  id: z.uuid(),
  code: z.string().min(1).max(20).optional(),
  attestation: attestationSchema.optional(),
});
export const factorLinkCompleted = z.object({ recoveryCodes: z.array(z.string()) });
