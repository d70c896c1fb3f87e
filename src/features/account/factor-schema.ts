import * as z from "zod";
import { attestationSchema, passkeyOptions } from "@/features/access/factors/passkey-schema";

const label = z.string().trim().min(1).max(60);

export const factorParams = z.object({ id: z.uuid() });
export const newFactor = z.strictObject({ label: label.optional() });
export const factorLabel = z.strictObject({ label });
export const newCode = z.strictObject({ code: z.string().min(1).max(20) });
export const newPasskey = z.strictObject({ attestation: attestationSchema });

export const factorNamed = z.object({ id: z.uuid() });

export const factorList = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["totp", "passkey"]),
      label: z.string().nullable(),
      addedAt: z.iso.datetime({ offset: true }),
      lastUsedAt: z.iso.datetime({ offset: true }).nullable(),
    }),
  ),
  next: z.null(),
  recoveryCodesLeft: z.int(),
});

export const authenticatorBegun = z.object({
  id: z.uuid(),
  secret: z.string(),
  uri: z.string(),
  picture: z.object({ size: z.int(), path: z.string() }),
});

export const passkeyBegun = z.object({ id: z.uuid(), options: passkeyOptions });
export const recoveryCodesMade = z.object({ codes: z.array(z.string()) });
