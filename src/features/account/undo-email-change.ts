import { identityIn, identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { endEverything } from "@/features/access/end-everything";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { findEmailToken, type LinkRefusal, useEmailToken } from "./email-tokens";
import { lockedLogin } from "./own-login";
import { setEmail } from "./set-email";

type Answer = Result<{ email: string; loginName: string }, LinkRefusal>;

/** What an undo link would bring back, without using it up: mail scanners open links too (S8). */
export async function readEmailUndo(services: Services, token: string): Promise<Answer> {
  const found = await findEmailToken(services, "email_undo", token);
  if (!found.ok) return found;
  const { loginId, email } = found.value;
  const login = await identityOf(services.db).login.findUnique({
    where: { id: loginId },
    select: { loginName: true },
  });
  return login ? ok({ email, loginName: login.loginName }) : refused("link_unknown");
}

/**
 * S8: brings the former address back, whether or not the new one was confirmed, and ends every session and link, without
 * a login. Links that a later change mailed to the address in between die with it.
 */
export async function undoEmailChange(
  services: Services,
  _visitor: unknown,
  input: { readonly token: string },
): Promise<Answer> {
  const found = await findEmailToken(services, "email_undo", input.token);
  if (!found.ok) return found;
  const { id, loginId, practiceId, email, createdAt } = found.value;
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const login = await lockedLogin(tx, loginId);
    if (!(await useEmailToken(tx, services, id))) throw new RolledBack(refused("link_used"));
    await identityIn(tx).token.updateMany({
      where: {
        loginId,
        purpose: "email_undo",
        createdAt: { gte: createdAt },
        usedAt: null,
        replacedAt: null,
      },
      data: { replacedAt: fromInstant(services.now) },
    });
    if (login.email !== email) await setEmail(tx, services, { loginId, practiceId }, email);
    await endEverything(tx, services, loginId, "revoked");
    await recordAudit(
      tx,
      services,
      { personId: login.personId, loginId },
      { action: "email_change.undone", practiceId, objectKind: "login", objectId: loginId },
    );
    await queueMail(tx, services, {
      purpose: "email_restored",
      practiceId,
      to: email,
      language: login.language,
      personId: login.personId,
      values: { loginName: login.loginName },
    });
    return ok({ email, loginName: login.loginName });
  });
}
