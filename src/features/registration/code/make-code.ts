import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { codeExpiresAt } from "@/domain/access/one-time-code";
import { isTextSent, type Outcome } from "@/domain/registration/outcome";
import { queueSms } from "@/features/notifications/queue-delivery";
import { codeDigest, newCode } from "@/security/one-time-codes";
import type { Services } from "@/server/services";
import { auditStep } from "../audit-step";

interface Recipient {
  readonly id: string;
  readonly practiceId: string;
  readonly mobile: string;
  readonly outcome: Outcome;
  readonly patientId: string | null;
  readonly language: string;
}

/**
 * A new code for a registration; the former one dies (S3). Where no record matched, a code is kept that nobody can
 * enter and no text leaves (S2): all that follows is the same.
 */
export async function makeCode(tx: Tx, services: Services, to: Recipient): Promise<void> {
  const { now, random, env } = services;
  const identity = identityIn(tx);
  const sentAt = fromInstant(now);
  const expiresAt = codeExpiresAt(now);
  const isSent = isTextSent(to.outcome);
  const code = newCode(random);
  const deliveryId = isSent ? await sendCode(tx, services, to, code, expiresAt) : null;
  const binding = { challengeId: to.id, purpose: "registration" };
  await identity.oneTimeCode.updateMany({
    where: { challengeId: to.id, purpose: "registration", usedAt: null, replacedAt: null },
    data: { replacedAt: sentAt },
  });
  await identity.oneTimeCode.create({
    data: {
      id: random.uuid(),
      purpose: "registration",
      challengeId: to.id,
      practiceId: to.practiceId,
      mobile: to.mobile,
      codeHmac: isSent ? codeDigest(env.hmacKey, binding, code) : random.bytes(32),
      sentAt,
      expiresAt: fromInstant(expiresAt),
      deliveryId,
    },
    select: { id: true },
  });
}

/** Queues the text and writes it to the audit log; answers its delivery. */
async function sendCode(
  tx: Tx,
  services: Services,
  to: Recipient,
  code: string,
  expiresAt: Temporal.Instant,
): Promise<string> {
  const deliveryId = await queueSms(tx, services, {
    purpose: "registration_code",
    practiceId: to.practiceId,
    to: to.mobile,
    language: to.language,
    patientId: to.patientId ?? undefined,
    secret: code,
    expiresAt,
  });
  await auditStep(tx, services, to, { action: "registration.code_sent" });
  return deliveryId;
}
