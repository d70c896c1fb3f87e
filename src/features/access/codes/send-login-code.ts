import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { DEFAULT_CODE_SENDING, decideLoginCode } from "@/domain/access/code-sending";
import { codeExpiresAt } from "@/domain/access/one-time-code";
import { ok, type Result } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import { queueSms } from "@/features/notifications/queue-delivery";
import { codeDigest, newCode } from "@/security/one-time-codes";
import type { Services } from "@/server/services";
import { lockLoginRow } from "../lock-login";
import type { FactorChallenge } from "../login/factor-challenge";
import type { FoundLogin } from "../login/find-login";
import { admitText } from "./sms-cap";

export type CodeSendingRefusal = "resend_too_soon" | "too_many_codes" | "texts_stopped";

/** S3: seconds before a code may be asked for again. */
export const RESEND_AFTER_SECONDS = DEFAULT_CODE_SENDING.resendAfterSeconds;

interface Recipient
  extends Pick<FoundLogin, "id" | "personId" | "personName" | "homePracticeId" | "language"> {
  readonly mobile: string;
}

/**
 * Makes a code for a challenge and queues its text (S3, R13). A new code kills the old. `isResend` asks for the 60 seconds
 * since the last one; a fresh login does not. Codes that log in and codes that step up are counted together.
 */
export async function sendLoginCode(
  tx: Tx,
  services: Services,
  { id: challengeId, purpose }: Pick<FactorChallenge, "id" | "purpose">,
  login: Recipient,
  isResend: boolean,
): Promise<Result<"sent", CodeSendingRefusal>> {
  const { now, random, env } = services;
  const identity = identityIn(tx);
  const { id: loginId, homePracticeId: practiceId } = login;
  // Codes of one login are counted one after the other.
  await lockLoginRow(tx, loginId);
  const earlier = await identity.oneTimeCode.findMany({
    where: {
      loginId,
      purpose: { in: ["login", "step_up"] },
      sentAt: { gt: fromInstant(now.subtract({ hours: 24 })) },
    },
    select: { sentAt: true },
  });
  const allowed = decideLoginCode(
    earlier.map(({ sentAt }) => toInstant(sentAt)),
    now,
    {
      ...DEFAULT_CODE_SENDING,
      resendAfterSeconds: isResend ? RESEND_AFTER_SECONDS : 0,
      loginCodesPerQuarterHour: services.limits.codesPerLogin15Minutes,
      loginCodesPerDay: services.limits.codesPerLogin24Hours,
    },
  );
  if (!allowed.ok) return allowed;
  const admitted = await admitText(tx, services, practiceId);
  if (!admitted.ok) return admitted;

  const code = newCode(random);
  const expiresAt = codeExpiresAt(now);
  await identity.oneTimeCode.updateMany({
    where: { challengeId, purpose, usedAt: null, replacedAt: null },
    data: { replacedAt: fromInstant(now) },
  });
  await identity.oneTimeCode.create({
    data: {
      id: random.uuid(),
      purpose,
      challengeId,
      loginId,
      practiceId,
      mobile: login.mobile,
      codeHmac: codeDigest(env.hmacKey, { challengeId, purpose }, code),
      sentAt: fromInstant(now),
      expiresAt: fromInstant(expiresAt),
    },
    select: { id: true },
  });
  const record = await tx.patient.findFirst({
    where: { practiceId, loginId },
    select: { id: true },
  });
  await queueSms(tx, services, {
    purpose: purpose === "login" ? "login_code" : "step_up_code",
    practiceId,
    to: login.mobile,
    language: login.language,
    personId: login.personId,
    patientId: record?.id,
    secret: code,
    expiresAt,
  });
  await recordAudit(
    tx,
    services,
    { personId: login.personId, loginId, name: login.personName },
    {
      action: "login.code_sent",
      practiceId,
      ...(record && { patientId: record.id }),
      detail: { purpose },
    },
  );
  return ok("sent");
}
