import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { type NewFactorProof, proveNewFactor } from "@/features/access/factors/prove-new-factor";
import { replaceRecoveryCodes } from "@/features/access/factors/recovery-codes";
import { lockLoginRow } from "@/features/access/lock-login";
import { mailChangeLink } from "@/features/account/email-tokens";
import { lockedLogin } from "@/features/account/own-login";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import {
  findSetUp,
  isPasswordChosen,
  type LiveSetUp,
  type SetUp,
  type SetUpLinkRefusal,
} from "./find-set-up";
import { joinPractice } from "./invitations/join-practice";

export type CompleteSetUpRefusal =
  | SetUpLinkRefusal
  | "password_first"
  | "code_shape"
  | "wrong_code"
  | "passkey_refused";

export interface SetUpCompleted {
  readonly loginName: string;
  /** Shown once: each opens the login one time in the factor's place (R13). */
  readonly recoveryCodes: readonly string[];
}

type Answer = Result<SetUpCompleted, CompleteSetUpRefusal>;

/**
 * S22, the second step of a set-up link: the authenticator app or the passkey is proved, the login works from now on,
 * and the link is used up. Nobody is logged in by it. Whatever factors the login had before are gone.
 */
export async function completeSetUp(
  services: Services,
  _visitor: unknown,
  input: NewFactorProof & { readonly token: string },
): Promise<Answer> {
  const found = await findSetUp(services, input.token);
  if (!found.ok) return found;
  const { login } = found.value;
  return inPracticeOrNothing<Answer>(services.db, login.homePracticeId, async (tx) => {
    await lockLoginRow(tx, login.id);
    const still = await findSetUp(services, input.token, identityIn(tx));
    if (!still.ok) throw new RolledBack(still);
    if (!isPasswordChosen(still.value)) throw new RolledBack(refused("password_first"));
    const proved = await prove(tx, services, login.id, input);
    if (!proved.ok) throw new RolledBack(proved);
    await activate(tx, services, still.value, input.id);
    const { invitationId } = still.value;
    if (invitationId !== null) await join(tx, services, login, invitationId);
    await askForEmail(tx, services, login.id);
    const recoveryCodes = await replaceRecoveryCodes(tx, services, login.id);
    await recordAudit(
      tx,
      services,
      {
        personId: login.personId,
        loginId: login.id,
        name: `${login.person.preferredName ?? login.person.firstName} ${login.person.lastName}`,
      },
      {
        action: "set_up.completed",
        practiceId: login.homePracticeId,
        detail: { factor: input.attestation ? "passkey" : "totp" },
      },
    );
    return ok({ loginName: login.loginName, recoveryCodes });
  });
}

async function prove(
  tx: Tx,
  services: Services,
  loginId: string,
  proof: NewFactorProof,
): Promise<Result<unknown, CompleteSetUpRefusal>> {
  const proved = await proveNewFactor(tx, services, loginId, proof);
  if (proved.ok) return proved;
  // Begun too long ago, or in a tab that another one has replaced.
  if (proved.reason === "not_found") return refused("password_first");
  return proved.reason === "wrong_new_code" ? refused("wrong_code") : refused(proved.reason);
}

/** The link came by mail: whoever holds it reads there, and works at the practice from now on (R52). */
async function join(
  tx: Tx,
  services: Services,
  { id: loginId, personId, homePracticeId: practiceId }: SetUp,
  invitationId: string,
): Promise<void> {
  const joined = await joinPractice(tx, services, { practiceId, loginId, personId, invitationId });
  if (!joined.ok) throw new RolledBack(joined);
}

/** The address came from the command line: until its owner confirms it, Forgot Password sends nothing there (S7). */
async function askForEmail(tx: Tx, services: Services, loginId: string): Promise<void> {
  const login = await lockedLogin(tx, loginId);
  const { email, emailVerifiedAt, homePracticeId: practiceId } = login;
  if (email === null || emailVerifiedAt !== null) return;
  await mailChangeLink(tx, services, { login, practiceId, email });
}

async function activate(
  tx: Tx,
  services: Services,
  { tokenId, login }: LiveSetUp,
  factorId: string,
): Promise<void> {
  const identity = identityIn(tx);
  const at = fromInstant(services.now);
  await identity.factor.deleteMany({ where: { loginId: login.id, id: { not: factorId } } });
  await identity.login.update({
    where: { id: login.id },
    data: { status: "active", registeredAt: at },
    select: { id: true },
  });
  await identity.token.update({
    where: { id: tokenId },
    data: { usedAt: at },
    select: { id: true },
  });
}
