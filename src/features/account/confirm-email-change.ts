import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { findEmailToken, type LinkRefusal, mailUndoLink, useEmailToken } from "./email-tokens";
import { lockedLogin, verifiedEmail } from "./own-login";
import { setEmail } from "./set-email";

export type ConfirmEmailRefusal = LinkRefusal | "other_login";

type Answer = Result<{ email: string }, ConfirmEmailRefusal>;

/** What a link would do for whoever is logged in, without using it up (S8). */
export async function readEmailChange(
  services: Services,
  actor: Pick<SessionActor, "loginId">,
  token: string,
): Promise<Answer> {
  const found = await findEmailToken(services, "email_change", token);
  if (!found.ok) return found;
  const { loginId, email } = found.value;
  return loginId === actor.loginId ? ok({ email }) : refused("other_login");
}

/**
 * S8: the link's address becomes the login's, in a session of the same login alone. The former address is told once
 * more, with 72 hours to undo it.
 */
export async function confirmEmailChange(
  services: Services,
  actor: SessionActor,
  input: { readonly token: string },
): Promise<Answer> {
  const found = await findEmailToken(services, "email_change", input.token);
  if (!found.ok) return found;
  const { id, loginId, email } = found.value;
  if (loginId !== actor.loginId) return refused("other_login");
  const { practiceId } = actor;
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const login = await lockedLogin(tx, loginId);
    if (!(await useEmailToken(tx, services, id))) throw new RolledBack(refused("link_used"));
    const former = verifiedEmail(login);
    await setEmail(tx, services, actor, email);
    if (former !== null) {
      await mailUndoLink(tx, services, { login, practiceId, email: former }, "email_changed");
    }
    await recordAudit(tx, services, auditActor(actor), {
      action: "email.changed",
      practiceId,
      objectKind: "login",
      objectId: loginId,
    });
    return ok({ email });
  });
}
