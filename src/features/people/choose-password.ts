import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { normalizePassword } from "@/domain/access/password-rules";
import { ok, type Result, refused } from "@/domain/result";
import type { AuthenticatorBegun } from "@/features/access/factors/enrol-totp";
import {
  type CheckPasswordRefusal,
  checkPassword,
  loginOwner,
} from "@/features/access/passwords/check-password";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { offerAuthenticator } from "./begin-factor";
import { findSetUp, type SetUpLinkRefusal } from "./find-set-up";

export type ChoosePasswordRefusal =
  | SetUpLinkRefusal
  | "passwords_differ"
  | "busy"
  | CheckPasswordRefusal;

type Answer = Result<AuthenticatorBegun, ChoosePasswordRefusal>;

/**
 * S22, the first step of a set-up link: the password, judged by S1, and a new authenticator to be proved. Neither works
 * before the second step, and the link is used up by that one alone.
 */
export async function choosePassword(
  services: Services,
  _visitor: unknown,
  input: { readonly token: string; readonly password: string; readonly passwordAgain: string },
): Promise<Answer> {
  const found = await findSetUp(services, input.token);
  if (!found.ok) return found;
  const { login } = found.value;
  if (normalizePassword(input.password) !== normalizePassword(input.passwordAgain))
    return refused("passwords_differ");
  const checked = await checkPassword(input.password, loginOwner(login));
  if (!checked.ok) return checked;
  const hashed = await services.passwords.hash(checked.value);
  if (!hashed.ok) return hashed;
  return inPracticeOrNothing<Answer>(services.db, login.homePracticeId, async (tx) => {
    const identity = identityIn(tx);
    await tx.$executeRaw`select from identity.login where id = ${login.id}::uuid for update`;
    const still = await findSetUp(services, input.token, identity);
    if (!still.ok) throw new RolledBack(still);
    const changedAt = fromInstant(services.now);
    await identity.credential.upsert({
      where: { loginId: login.id },
      create: { loginId: login.id, passwordHash: hashed.value, changedAt },
      update: { passwordHash: hashed.value, changedAt },
      select: { loginId: true },
    });
    await recordAudit(
      tx,
      services,
      { personId: login.personId, loginId: login.id },
      { action: "set_up.password_chosen", practiceId: login.homePracticeId },
    );
    return ok(await offerAuthenticator(tx, services, login));
  });
}
