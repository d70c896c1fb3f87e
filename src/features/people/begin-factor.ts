import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { beginPasskey, type PasskeyBegun } from "@/features/access/factors/enrol-passkey";
import {
  type AuthenticatorBegun,
  beginTotp,
  type Enrolling,
} from "@/features/access/factors/enrol-totp";
import { lockLoginRow } from "@/features/access/lock-login";
import type { Services } from "@/server/services";
import { findSetUp, isPasswordChosen, type SetUp, type SetUpLinkRefusal } from "./find-set-up";

/** The authenticator app that comes after the password (R13: required of who works at a practice). */
export async function offerAuthenticator(
  tx: Tx,
  services: Services,
  login: SetUp,
): Promise<AuthenticatorBegun> {
  const begun = await beginTotp(tx, services, enrolling(login), null);
  if (!begun.ok) throw new Error("A login that is set up has no factors yet.");
  return begun.value;
}

export type BeginPasskeyRefusal = SetUpLinkRefusal | "password_first";

/** A passkey in the authenticator app's place, once the password is chosen. */
export async function beginSetUpPasskey(
  services: Services,
  _visitor: unknown,
  input: { readonly token: string },
): Promise<Result<PasskeyBegun, BeginPasskeyRefusal>> {
  const found = await findSetUp(services, input.token);
  if (!found.ok) return found;
  const { login } = found.value;
  return inPracticeOrNothing<Result<PasskeyBegun, BeginPasskeyRefusal>>(
    services.db,
    login.homePracticeId,
    async (tx) => {
      await lockLoginRow(tx, login.id);
      const still = await findSetUp(services, input.token, identityIn(tx));
      if (!still.ok) throw new RolledBack(still);
      if (!isPasswordChosen(still.value)) return refused("password_first");
      const begun = await beginPasskey(tx, services, enrolling(login), null);
      if (!begun.ok) throw new Error("A login that is set up has no factors yet.");
      return ok(begun.value);
    },
  );
}

function enrolling({ id, loginName, homePractice }: SetUp): Enrolling {
  return { loginId: id, loginName, issuer: homePractice.name };
}
