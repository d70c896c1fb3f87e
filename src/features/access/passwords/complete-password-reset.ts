import { identityIn, identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { endEverything } from "../end-everything";
import { findToken, type TokenRefusal } from "../find-token";
import { loginOwner, selectLoginOwner } from "./check-password";
import {
  hashNewPassword,
  keepPassword,
  type NewPasswordRefusal,
  type TypedTwice,
} from "./new-password";

type ResetLinkRefusal = Exclude<TokenRefusal, "link_replaced">;

export type CompleteResetRefusal = ResetLinkRefusal | NewPasswordRefusal;

type Answer = Result<{ completed: true }, CompleteResetRefusal>;

/**
 * Sets the new password by a reset link (R15, S7): used once, ends every session and link, lifts the lock, tells the
 * person by mail. Neither logs in nor skips the second factor. A refused password leaves the link as it was.
 */
export async function completePasswordReset(
  services: Services,
  _visitor: unknown,
  input: TypedTwice & { readonly token: string },
): Promise<Answer> {
  const found = await liveLink(services, input.token);
  if (!found.ok) return found;
  const { tokenId, login } = found.value;
  const hashed = await hashNewPassword(services, input, loginOwner(login));
  if (!hashed.ok) return hashed;

  return inPracticeOrNothing<Answer>(services.db, login.homePracticeId, async (tx) => {
    const at = fromInstant(services.now);
    const { count } = await identityIn(tx).token.updateMany({
      where: { id: tokenId, usedAt: null, replacedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    if (count === 0) throw new RolledBack(refused("link_used"));
    await keepPassword(tx, services, login.id, hashed.value);
    await endEverything(tx, services, login.id, "password_reset");
    await recordAudit(
      tx,
      services,
      { personId: login.personId, loginId: login.id },
      { action: "password_reset.completed", practiceId: login.homePracticeId },
    );
    if (login.email !== null && login.emailVerifiedAt !== null) {
      await queueMail(tx, services, {
        purpose: "password_changed",
        practiceId: login.homePracticeId,
        to: login.email,
        language: login.person.language,
        personId: login.personId,
      });
    }
    return ok({ completed: true });
  });
}

/** Whether a reset link still works, without using it up (R15). For the page that opens it. */
export async function readResetLink(
  services: Services,
  token: string,
): Promise<Result<{ loginName: string }, ResetLinkRefusal>> {
  const found = await liveLink(services, token);
  return found.ok ? ok({ loginName: found.value.login.loginName }) : found;
}

const loginOfLink = {
  ...selectLoginOwner,
  id: true,
  personId: true,
  homePracticeId: true,
  emailVerifiedAt: true,
  person: { select: { ...selectLoginOwner.person.select, language: true } },
} as const;

type LinkLogin = NonNullable<Awaited<ReturnType<typeof activeLogin>>>;

function activeLogin({ db }: Services, id: string) {
  return identityOf(db).login.findFirst({ where: { id, status: "active" }, select: loginOfLink });
}

async function liveLink(
  services: Services,
  token: string,
): Promise<Result<{ tokenId: string; login: LinkLogin }, ResetLinkRefusal>> {
  const found = await findToken(services, "password_reset", token);
  if (!found.ok) return refused(found.reason === "link_replaced" ? "link_used" : found.reason);
  const { id: tokenId, loginId } = found.value;
  const login = await activeLogin(services, loginId);
  return login ? ok({ tokenId, login }) : refused("link_used");
}
