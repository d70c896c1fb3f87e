import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { typedCode } from "@/domain/access/one-time-code";
import { groupedRecoveryCode, RECOVERY_CODES, recoveryCodeOf } from "@/domain/access/recovery-code";
import { ok, type Result, refused } from "@/domain/result";
import { matchingStep, openAuthenticator } from "@/features/access/totp";
import { recordAudit } from "@/features/audit/record-audit";
import { recoveryCodeDigest } from "@/security/recovery-codes";
import type { Services } from "@/server/services";
import { findSetUp, type LiveSetUp, type SetUpLinkRefusal } from "./find-set-up";

export type CompleteSetUpRefusal =
  | SetUpLinkRefusal
  | "password_first"
  | "code_shape"
  | "wrong_code";

export interface SetUpCompleted {
  readonly loginName: string;
  /** Shown once: each opens the login one time in the authenticator's place (R13). */
  readonly recoveryCodes: readonly string[];
}

type Answer = Result<SetUpCompleted, CompleteSetUpRefusal>;

/**
 * S22, the second step of a set-up link: the authenticator is proved, the login works from now on, and the link is used
 * up. Nobody is logged in by it. Whatever factors the login had before are gone.
 */
export async function completeSetUp(
  services: Services,
  _visitor: unknown,
  input: { readonly token: string; readonly code: string },
): Promise<Answer> {
  const code = typedCode(input.code);
  if (code === null) return refused("code_shape");
  const found = await findSetUp(services, input.token);
  if (!found.ok) return found;
  const { login } = found.value;
  return inPracticeOrNothing<Answer>(services.db, login.homePracticeId, async (tx) => {
    await tx.$executeRaw`select from identity.login where id = ${login.id}::uuid for update`;
    const still = await findSetUp(services, input.token, identityIn(tx));
    if (!still.ok) throw new RolledBack(still);
    const factorId = await proved(tx, services, still.value, code);
    await activate(tx, services, still.value, factorId);
    const recoveryCodes = await newRecoveryCodes(tx, services, login.id);
    await recordAudit(
      tx,
      services,
      {
        personId: login.personId,
        loginId: login.id,
        name: `${login.person.preferredName ?? login.person.firstName} ${login.person.lastName}`,
      },
      { action: "set_up.completed", practiceId: login.homePracticeId, detail: { factor: "totp" } },
    );
    return ok({ loginName: login.loginName, recoveryCodes });
  });
}

/** The authenticator that showed this code; its step counts as used (RFC 6238, 5.2). */
async function proved(
  tx: Tx,
  services: Services,
  { createdAt, login }: LiveSetUp,
  code: string,
): Promise<string> {
  const identity = identityIn(tx);
  const factor = await identity.factor.findFirst({
    where: { loginId: login.id, kind: "totp", confirmedAt: null, createdAt: { gte: createdAt } },
    select: { id: true, sealedSecret: true },
  });
  const secret = factor && openAuthenticator(services, factor);
  if (!factor || !secret || !login.credential || login.credential.changedAt < createdAt)
    throw new RolledBack(refused("password_first"));
  const step = matchingStep(secret, code, services.now);
  if (step === null) throw new RolledBack(refused("wrong_code"));
  const confirmedAt = fromInstant(services.now);
  await identity.factor.update({
    where: { id: factor.id },
    data: { confirmedAt, lastUsedAt: confirmedAt, lastTotpStep: step },
    select: { id: true },
  });
  return factor.id;
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

async function newRecoveryCodes(
  tx: Tx,
  { env, random, now }: Services,
  loginId: string,
): Promise<string[]> {
  const at = fromInstant(now);
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(random.bytes(16)));
  await identityIn(tx).factor.createMany({
    data: codes.map((code) => ({
      id: random.uuid(),
      loginId,
      kind: "recovery_code" as const,
      codeDigest: recoveryCodeDigest(env.hmacKey, loginId, code),
      confirmedAt: at,
      createdAt: at,
    })),
  });
  return codes.map(groupedRecoveryCode);
}
