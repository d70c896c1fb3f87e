import * as z from "zod";
import { isDatabaseAway } from "@/db/errors";
import { readLimited } from "@/lib/read-limited";
import { smsStatus } from "@/lib/twilio-status";
import { type Runtime, runtime } from "@/server/services";
import { isTwilioSignature } from "./callback-signature";
import { recordSmsStatus } from "./record-sms-status";

const longestBodyBytes = 16_000;
const addressed = z.object({ practice: z.uuid(), delivery: z.uuid() });
const reported = z.object({
  MessageSid: z.string().regex(/^[A-Z]{2}[0-9a-f]{32}$/),
  MessageStatus: z.string().max(40),
  ErrorCode: z.coerce.number().int().optional(),
});

/**
 * Twilio's status callback. Outside of route(): it comes form-encoded from another origin and proves itself by its
 * signature over the address, which names practice and delivery (S13). 403 unsigned, 404 for another address.
 */
export async function receiveSmsStatus(
  request: Request,
  { env, db, log }: Pick<Runtime, "env" | "db" | "log"> = runtime(),
): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  const text = await readLimited(request, longestBodyBytes);
  if (text === null) return answer(413);
  const parameters = Object.fromEntries(new URLSearchParams(text));
  const url = `${env.appUrl}/api/webhooks/sms${search}`;
  const signature = request.headers.get("x-twilio-signature");
  if (!isTwilioSignature(env.twilio.authToken, signature, url, parameters)) return answer(403);
  const address = addressed.safeParse(Object.fromEntries(searchParams));
  const report = reported.safeParse(parameters);
  if (!address.success) return answer(404);
  if (!report.success) return answer(400);
  const { MessageSid: providerId, MessageStatus, ErrorCode: errorCode = null } = report.data;
  const { practice: practiceId, delivery: deliveryId } = address.data;
  const status = smsStatus(MessageStatus);
  try {
    await recordSmsStatus({ db }, { practiceId, deliveryId, providerId, status, errorCode });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    log.warn({ delivery: deliveryId }, "a status callback found the database away");
    return answer(503);
  }
  return answer(204);
}

function answer(status: number): Response {
  return new Response(null, { status });
}
