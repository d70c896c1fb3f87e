import * as z from "zod";
import { attestationSchema, passkeyOptions } from "@/features/access/factors/passkey-schema";

const token = z.string().min(1).max(200);
/** As for login and recovery: longer ones are refused before anything is hashed (S1). */
const password = z.string().min(1).max(512);

export const setUpPassword = z.strictObject({ token, password, passwordAgain: password });
export const authenticatorOffered = z.object({
  id: z.uuid(),
  secret: z.string(),
  uri: z.string(),
  picture: z.object({ size: z.int(), path: z.string() }),
});

export const setUpPasskey = z.strictObject({ token });
export const passkeyOffered = z.object({ id: z.uuid(), options: passkeyOptions });

/** A code of the authenticator app, or what the browser made as a passkey. */
export const setUpCompletion = z.strictObject({
  token,
  id: z.uuid(),
  code: z.string().min(1).max(64).optional(),
  attestation: attestationSchema.optional(),
});
export const setUpCompleted = z.object({
  loginName: z.string(),
  recoveryCodes: z.array(z.string()),
});
