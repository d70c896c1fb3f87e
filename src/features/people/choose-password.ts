import { identityIn } from "@/db/identity";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { AuthenticatorBegun } from "@/features/access/factors/enrol-totp";
import { lockLoginRow } from "@/features/access/lock-login";
import { loginOwner } from "@/features/access/passwords/check-password";
import {
  hashNewPassword,
  keepPassword,
  type NewPasswordRefusal,
  type TypedTwice,
} from "@/features/access/passwords/new-password";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { offerAuthenticator } from "./begin-factor";
import { findSetUp, type SetUpLinkRefusal } from "./find-set-up";

export type ChoosePasswordRefusal = SetUpLinkRefusal | NewPasswordRefusal;

type Answer = Result<AuthenticatorBegun, ChoosePasswordRefusal>;

/**
 * S22, the first step of a set-up link: the password, judged by S1, and a new authenticator to be proved. Neither works
 * before the second step, and the link is used up by that one alone.
 */
export async function choosePassword(
  services: Services,
  _visitor: unknown,
  input: TypedTwice & { readonly token: string },
): Promise<Answer> {
  const found = await findSetUp(services, input.token);
  if (!found.ok) return found;
  const { login } = found.value;
  const hashed = await hashNewPassword(services, input, loginOwner(login));
  if (!hashed.ok) return hashed;
  return inPracticeOrNothing<Answer>(services.db, login.homePracticeId, async (tx) => {
    await lockLoginRow(tx, login.id);
    const still = await findSetUp(services, input.token, identityIn(tx));
    if (!still.ok) throw new RolledBack(still);
    await keepPassword(tx, services, login.id, hashed.value);
    await recordAudit(
      tx,
      services,
      { personId: login.personId, loginId: login.id },
      { action: "set_up.password_chosen", practiceId: login.homePracticeId },
    );
    return ok(await offerAuthenticator(tx, services, login));
  });
}
