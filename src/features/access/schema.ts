import * as z from "zod";
import { isMailAddress } from "@/lib/mail-address";
import { assertionSchema, passkeyOptions } from "./factors/passkey-schema";

/** Longer than any password that could be right, in UTF-16 units; such a one is refused before it is hashed (S1). */
export const typedPassword = z.string().min(1).max(512);
/** A mailed or printed token, as its holder brings it. */
export const linkToken = z.string().min(1).max(200);

export const loginRequest = z.strictObject({
  loginName: z.string().trim().min(1).max(254),
  password: typedPassword,
});

const factor = z.enum(["sms", "totp", "passkey", "recovery_code"]);

export const loginStarted = z.object({
  factor,
  factors: z.array(factor),
  hint: z.string().nullable(),
});

export const factorChoice = z.strictObject({ factor });

export const factorSwitched = loginStarted.extend({ resendAfterSeconds: z.int().nullable() });

export const stepUpRequest = z.strictObject({ factor: factor.optional() });

export const stepUpStarted = z.object({
  factor,
  factors: z.array(factor),
  hint: z.string().nullable(),
  resendAfterSeconds: z.int().nullable(),
  passkey: passkeyOptions.nullable(),
});

export const stepUpCompletion = z.strictObject({
  code: z.string().min(1).max(64).optional(),
  assertion: assertionSchema.optional(),
});

export const steppedUp = z.object({ confirmedUntilAt: z.iso.datetime({ offset: true }) });

export const loginCancelled = z.object({ cancelled: z.literal(true) });

export const codeResent = z.object({ hint: z.string(), resendAfterSeconds: z.int() });

export const membershipRequest = z.strictObject({ membershipId: z.uuid() });

const role = z.enum(["patient", "guardian", "orthodontist", "staff", "admin"]);

const membership = z.object({
  id: z.uuid(),
  practiceName: z.string(),
  practiceShortName: z.string(),
  role,
});

export const membershipChosen = z.object({ url: z.string() });

const csrf = z.string().min(1).max(200);

export const signInRequest = z.strictObject({ csrfToken: csrf, ...stepUpCompletion.shape });

export const signedIn = z.object({
  url: z.string(),
  role,
  memberships: z.array(membership),
});

export const signOutRequest = z.strictObject({ csrfToken: csrf });
export const signedOut = z.object({ url: z.string() });
export const csrfAnswer = z.object({ csrfToken: z.string() });

export const sessionAnswer = z.object({
  user: z.object({ name: z.string() }).optional(),
  loginName: z.string().optional(),
  role: role.optional(),
  practice: z.string().optional(),
  patientIds: z.array(z.uuid()).optional(),
  expires: z.iso.datetime({ offset: true }).optional(),
  idleUntilAt: z.iso.datetime({ offset: true }).optional(),
  idleSecondsLeft: z.int().optional(),
});

/** A login name is none: no mail could go to it (R15). */
const address = z.string().trim().min(1).max(254).refine(isMailAddress, "email");
export const resetRequest = z.strictObject({ email: address });
export const resetRequested = z.object({ requested: z.literal(true) });

export const resetCompletion = z.strictObject({
  token: linkToken,
  password: typedPassword,
  passwordAgain: typedPassword,
});
export const resetCompleted = z.object({ completed: z.literal(true) });
