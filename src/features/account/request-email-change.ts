import { inPractice } from "@/db/transaction";
import { foldEmail } from "@/domain/registration/matching";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { countChangeMail } from "./account-limits";
import { CHANGE_HOURS, mailChangeLink, mailUndoLink } from "./email-tokens";
import { lockedLogin, verifiedEmail } from "./own-login";

export type RequestEmailRefusal = "email_same" | "too_many_requests";

export interface EmailPending {
  readonly email: string;
  readonly expiresAt: string;
}

/**
 * R17, S8: mails the new address a link, and tells the present one, which goes on until the link is used. Whether the
 * address belongs to somebody else makes no difference: families share one, and nobody learns whose it is.
 */
export async function requestEmailChange(
  services: Services,
  actor: SessionActor,
  input: { readonly email: string },
): Promise<Result<EmailPending, RequestEmailRefusal>> {
  const within = await countChangeMail(services, actor.loginId);
  if (!within.ok) return within;
  const { practiceId } = actor;
  return inPractice<Result<EmailPending, RequestEmailRefusal>>(
    services.db,
    practiceId,
    async (tx) => {
      const login = await lockedLogin(tx, actor.loginId);
      const present = verifiedEmail(login);
      const { email } = input;
      if (present !== null && foldEmail(present) === foldEmail(email)) return refused("email_same");
      await mailChangeLink(tx, services, { login, practiceId, email });
      if (present !== null) {
        const to = { login, practiceId, email: present };
        await mailUndoLink(tx, services, to, "email_change_begun");
      }
      await recordAudit(tx, services, auditActor(actor), {
        action: "email_change.requested",
        practiceId,
        objectKind: "login",
        objectId: actor.loginId,
      });
      const expiresAt = services.now.add({ hours: CHANGE_HOURS }).toString();
      return ok({ email, expiresAt });
    },
  );
}
