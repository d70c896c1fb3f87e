import * as z from "zod";
import { choosableTopics } from "@/domain/notifications/topics";
import { languages } from "@/lib/words";

export const sessionParams = z.object({ id: z.uuid() });
export const sessionsEnded = z.object({ ended: z.int() });
export const stayed = z.object({ idleSecondsLeft: z.int() });

const ownSession = z.object({
  id: z.uuid(),
  isThisOne: z.boolean(),
  browser: z.string().nullable(),
  address: z.string().nullable(),
  isSameNetwork: z.boolean().nullable(),
  startedAt: z.iso.datetime({ offset: true }),
  lastSeenAt: z.iso.datetime({ offset: true }),
});
export const ownSessionsAnswer = z.object({ items: z.array(ownSession), next: z.null() });

const token = z.string().min(1).max(200);
const typedPassword = z.string().min(1).max(512);

export const emailChangeRequest = z.strictObject({
  email: z.string().trim().max(254).pipe(z.email("email")),
});
export const emailPending = z.object({
  email: z.string(),
  expiresAt: z.iso.datetime({ offset: true }),
});
export const tokenRequest = z.strictObject({ token });
export const emailChanged = z.object({ email: z.string() });
export const emailRestored = z.object({ email: z.string(), loginName: z.string() });
export const cancelled = z.object({ cancelled: z.boolean() });

export const mobileChangeRequest = z.strictObject({ mobile: z.string().trim().min(1).max(50) });
export const mobilePending = z.object({ mobile: z.string(), resendAfterSeconds: z.int() });
export const codeRequest = z.strictObject({ code: z.string().min(1).max(64) });
export const mobileChanged = z.object({ mobile: z.string() });

export const passwordChangeRequest = z.strictObject({
  currentPassword: typedPassword,
  password: typedPassword,
  passwordAgain: typedPassword,
});
export const passwordChanged = z.object({ changed: z.literal(true) });

const line = z.string().max(200);
const phone = z.string().max(50);
export const profileRequest = z.strictObject({
  patientId: z.uuid().optional(),
  version: z.int().min(1).max(2_000_000_000),
  preferredName: z.string().max(100),
  addressLine1: line,
  addressLine2: line,
  town: line,
  postcode: z.string().max(30),
  homePhone: phone,
  workPhone: phone,
  emergencyContactName: line,
  emergencyContactPhone: phone,
  emergencyContactRelationship: z.string().max(100),
});
export const profileChanged = z.object({ version: z.int(), changed: z.array(z.string()) });

export const notificationChoice = z.strictObject({
  patientId: z.uuid().optional(),
  topic: z.enum(choosableTopics),
  mail: z.boolean(),
  sms: z.boolean().optional(),
  push: z.boolean().optional(),
  threads: z.enum(["own", "all"]).optional(),
});
export const notificationChosen = z.object({
  topic: z.enum(choosableTopics),
  mail: z.boolean(),
  sms: z.boolean().optional(),
  push: z.boolean().optional(),
  threads: z.enum(["own", "all"]).optional(),
});

export const languageRequest = z.strictObject({ language: z.enum(languages) });
export const languageChanged = z.object({ language: z.string() });
