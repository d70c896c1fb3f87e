import { Temporal } from "temporal-polyfill";
import { type IdentityTx, identityIn, identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { DEFAULT_CODE_SENDING } from "@/domain/access/code-sending";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { countChangeMail } from "./account-limits";
import { CHANGE_HOURS, endChangeLinks, mailChangeLink } from "./email-tokens";
import { lockedLogin } from "./own-login";
import type { EmailPending } from "./request-email-change";

/** The change that waits for its link, or null (R17). */
export function pendingEmail(
  services: Pick<Services, "db" | "now">,
  { loginId }: Pick<SessionActor, "loginId">,
): Promise<{ email: string; sentAt: Temporal.Instant; expiresAt: Temporal.Instant } | null> {
  return pendingOf(identityOf(services.db), services, loginId);
}

async function pendingOf(identity: IdentityTx, { now }: Pick<Services, "now">, loginId: string) {
  const row = await identity.token.findFirst({
    where: {
      loginId,
      purpose: "email_change",
      usedAt: null,
      replacedAt: null,
      expiresAt: { gt: fromInstant(now) },
    },
    select: { email: true, createdAt: true, expiresAt: true },
  });
  if (!row?.email) return null;
  const { email, createdAt, expiresAt } = row;
  return { email, sentAt: toInstant(createdAt), expiresAt: toInstant(expiresAt) };
}

type ResendRefusal = "no_pending_email" | "resend_too_soon" | "too_many_requests";

/** The link once more, 60 seconds after the last one at the earliest; only the newest works (S8). */
export async function resendEmailChange(
  services: Services,
  actor: SessionActor,
): Promise<Result<EmailPending, ResendRefusal>> {
  const { practiceId, loginId } = actor;
  if (!(await pendingEmail(services, actor))) return refused("no_pending_email");
  return inPractice<Result<EmailPending, ResendRefusal>>(services.db, practiceId, async (tx) => {
    const login = await lockedLogin(tx, loginId);
    const pending = await pendingOf(identityIn(tx), services, loginId);
    if (!pending) return refused("no_pending_email");
    const freeAt = pending.sentAt.add({ seconds: DEFAULT_CODE_SENDING.resendAfterSeconds });
    if (Temporal.Instant.compare(services.now, freeAt) < 0) {
      const waitMs = freeAt.epochMilliseconds - services.now.epochMilliseconds;
      return refused("resend_too_soon", { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    }
    const within = await countChangeMail(services, loginId);
    if (!within.ok) return within;
    const { email } = pending;
    await mailChangeLink(tx, services, { login, practiceId, email });
    return ok({ email, expiresAt: services.now.add({ hours: CHANGE_HOURS }).toString() });
  });
}

/** Gives the change up: its link dies, the present address stays. Nothing pending is as good. */
export function cancelEmailChange(
  services: Services,
  actor: SessionActor,
): Promise<Result<{ cancelled: boolean }, never>> {
  const { practiceId, loginId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const cancelled = await endChangeLinks(tx, services, loginId);
    if (cancelled) {
      await recordAudit(tx, services, auditActor(actor), {
        action: "email_change.cancelled",
        practiceId,
        objectKind: "login",
        objectId: loginId,
      });
    }
    return ok({ cancelled });
  });
}
