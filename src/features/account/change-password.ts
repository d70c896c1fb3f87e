import { identityIn, identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { normalizePassword } from "@/domain/access/password-rules";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { endEverything } from "@/features/access/end-everything";
import {
  type CheckPasswordRefusal,
  checkPassword,
  loginOwner,
  selectLoginOwner,
} from "@/features/access/passwords/check-password";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { countPasswordTry } from "./account-limits";
import { lockedLogin, verifiedEmail } from "./own-login";

export type ChangePasswordRefusal =
  | "wrong_password"
  | "passwords_differ"
  | "password_same"
  | "password_changed_meanwhile"
  | "too_many_requests"
  | "busy"
  | CheckPasswordRefusal;

type Answer = Result<{ changed: true }, ChangePasswordRefusal>;

/**
 * R17, R16: a new password for the one that is known. Every other session and every link ends, this session goes on, the
 * person is told by mail. Tries of the present password are limited per login.
 */
export async function changePassword(
  services: Services,
  actor: SessionActor,
  input: {
    readonly currentPassword: string;
    readonly password: string;
    readonly passwordAgain: string;
  },
): Promise<Answer> {
  const { loginId, practiceId } = actor;
  const login = await ownLogin(services, loginId);
  if (!login.credential) return refused("wrong_password");
  if (normalizePassword(input.password) !== normalizePassword(input.passwordAgain))
    return refused("passwords_differ");
  const checked = await checkPassword(input.password, loginOwner(login));
  if (!checked.ok) return checked;
  const within = await countPasswordTry(services, loginId);
  if (!within.ok) return within;
  const { passwordHash } = login.credential;
  const verified = await services.passwords.verify(passwordHash, input.currentPassword);
  if (!verified.ok) return verified;
  if (!verified.value.matches) return refused("wrong_password");
  if (normalizePassword(input.currentPassword) === checked.value) return refused("password_same");
  const hashed = await services.passwords.hash(checked.value);
  if (!hashed.ok) return hashed;

  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const locked = await lockedLogin(tx, loginId);
    const { count } = await identityIn(tx).credential.updateMany({
      where: { loginId, passwordHash },
      data: { passwordHash: hashed.value, changedAt: fromInstant(services.now) },
    });
    // Another change or a reset was faster: the password just proved is not the password any more.
    if (count === 0) throw new RolledBack(refused("password_changed_meanwhile"));
    await endEverything(tx, services, loginId, "revoked", { keepSessionId: actor.sessionId });
    await recordAudit(tx, services, auditActor(actor), {
      action: "password.changed",
      practiceId,
      objectKind: "login",
      objectId: loginId,
      detail: { by: "account" },
    });
    const email = verifiedEmail(locked);
    if (email !== null) {
      await queueMail(tx, services, {
        purpose: "password_changed",
        practiceId,
        to: email,
        language: locked.language,
        personId: actor.personId,
      });
    }
    return ok({ changed: true as const });
  });
}

function ownLogin({ db }: Services, id: string) {
  return identityOf(db).login.findUniqueOrThrow({
    where: { id },
    select: {
      ...selectLoginOwner,
      credential: { select: { passwordHash: true } },
    },
  });
}
