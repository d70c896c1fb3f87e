import * as z from "zod";

const key = (bytes: number) =>
  z
    .string()
    .max(200)
    .refine((text) => Buffer.from(text, "base64url").length === bytes, "check");

/** As a browser's `PushSubscription` says it; its own expiry is of no use. */
export const subscribeRequest = z.strictObject({
  endpoint: z.string().min(1).max(1000),
  keys: z.strictObject({ p256dh: key(65), auth: key(16) }),
});
export const subscribed = z.object({ id: z.uuid() });
export const subscriptionParams = z.object({ id: z.uuid() });
export const subscriptionRemoved = z.object({ removed: z.boolean() });
export const testRequest = z.strictObject({ id: z.uuid().optional() });
export const testQueued = z.object({ queued: z.int() });
