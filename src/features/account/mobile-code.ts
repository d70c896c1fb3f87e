import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { DEFAULT_CODE_SENDING } from "@/domain/access/code-sending";
import { codeExpiresAt } from "@/domain/access/one-time-code";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueSms } from "@/features/notifications/queue-delivery";
import { codeDigest, newCode } from "@/security/one-time-codes";
import type { Services } from "@/server/services";

export const RESEND_SECONDS = DEFAULT_CODE_SENDING.resendAfterSeconds;

/** S3: the code is worth something in the session that asked for it, and nowhere else. */
export function mobileBinding(actor: Pick<SessionActor, "sessionId">) {
  return { challengeId: actor.sessionId, purpose: "new_mobile" } as const;
}

/** Texts a code to a new number; the session's former one dies. */
export async function sendMobileCode(
  tx: Tx,
  services: Services,
  actor: SessionActor,
  to: { readonly mobile: string; readonly language: string },
): Promise<void> {
  const { now, random, env } = services;
  const binding = mobileBinding(actor);
  const code = newCode(random);
  const expiresAt = codeExpiresAt(now);
  const identity = identityIn(tx);
  await endMobileCodes(tx, services, actor);
  await identity.oneTimeCode.create({
    data: {
      ...binding,
      id: random.uuid(),
      loginId: actor.loginId,
      practiceId: actor.practiceId,
      mobile: to.mobile,
      codeHmac: codeDigest(env.hmacKey, binding, code),
      sentAt: fromInstant(now),
      expiresAt: fromInstant(expiresAt),
    },
    select: { id: true },
  });
  await queueSms(tx, services, {
    purpose: "new_mobile_code",
    practiceId: actor.practiceId,
    to: to.mobile,
    language: to.language,
    personId: actor.personId,
    patientId: actor.ownPatientId,
    secret: code,
    expiresAt,
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "mobile_change.code_sent",
    practiceId: actor.practiceId,
    objectKind: "login",
    objectId: actor.loginId,
  });
}

/** The change of this session is over; answers whether one was under way. */
export async function endMobileCodes(
  tx: Tx,
  services: Services,
  actor: Pick<SessionActor, "sessionId">,
): Promise<boolean> {
  const { count } = await identityIn(tx).oneTimeCode.updateMany({
    where: { ...mobileBinding(actor), usedAt: null, replacedAt: null },
    data: { replacedAt: fromInstant(services.now) },
  });
  return count > 0;
}

/** The number this session is about to prove, or null: nothing sent, or it is too old. */
export async function mobileCodeState(
  services: Pick<Services, "db" | "now">,
  actor: Pick<SessionActor, "sessionId">,
  tx?: Tx,
): Promise<{ readonly mobile: string; readonly resendAfterSeconds: number } | null> {
  const identity = tx ? identityIn(tx) : identityOf(services.db);
  const newest = await identity.oneTimeCode.findFirst({
    where: { ...mobileBinding(actor), usedAt: null, replacedAt: null },
    orderBy: { sentAt: "desc" },
    select: { mobile: true, sentAt: true, expiresAt: true },
  });
  if (!newest || newest.expiresAt.getTime() <= services.now.epochMilliseconds) return null;
  const freeAt = toInstant(newest.sentAt).add({ seconds: RESEND_SECONDS });
  const isFree = Temporal.Instant.compare(services.now, freeAt) >= 0;
  const waitMs = freeAt.epochMilliseconds - services.now.epochMilliseconds;
  return { mobile: newest.mobile, resendAfterSeconds: isFree ? 0 : Math.ceil(waitMs / 1000) };
}
