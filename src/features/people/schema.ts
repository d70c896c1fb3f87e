import * as z from "zod";
import { attestationSchema, passkeyOptions } from "@/features/access/factors/passkey-schema";
import { linkToken, typedPassword } from "@/features/access/schema";

export const setUpPassword = z.strictObject({
  token: linkToken,
  password: typedPassword,
  passwordAgain: typedPassword,
});

export const setUpPasskey = z.strictObject({ token: linkToken });
export const passkeyOffered = z.object({ id: z.uuid(), options: passkeyOptions });

/** A code of the authenticator app, or what the browser made as a passkey. */
export const setUpCompletion = z.strictObject({
  token: linkToken,
  id: z.uuid(),
  code: z.string().min(1).max(64).optional(),
  attestation: attestationSchema.optional(),
});
export const setUpCompleted = z.object({
  loginName: z.string(),
  recoveryCodes: z.array(z.string()),
});
