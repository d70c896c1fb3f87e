import { type IdentityTx, identityIn, identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice, inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import { lockCounterKey } from "@/security/known-browser";
import type { Services } from "@/server/services";
import { findToken } from "../find-token";
import { giveBackTry, lockKeys, reserveTry } from "../lock/lock-counter";
import { lockLoginRow } from "../lock-login";
import { withFailureFloor } from "../login/failure-floor";
import { recordLock, recordTryWhileLocked, type TriedLogin } from "../login/record-failed-login";
import { beginPasskey, type PasskeyBegun } from "./enrol-passkey";
import { type AuthenticatorBegun, beginTotp } from "./enrol-totp";
import { queueFactorNotice } from "./factor-notice";
import {
  type NewFactorProof,
  type ProveNewFactorRefusal,
  proveNewFactor,
} from "./prove-new-factor";
import { replaceRecoveryCodes } from "./recovery-codes";

export type FactorLinkRefusal = "link_unknown" | "link_used" | "factor_link_expired";
export type OpenFactorLinkRefusal =
  | FactorLinkRefusal
  | "wrong_link_password"
  | "locked"
  | "busy"
  | "too_many_factors";

interface LiveLink {
  readonly tokenId: string;
  readonly login: NonNullable<Awaited<ReturnType<typeof activeLogin>>>;
}

function activeLogin(identity: IdentityTx, id: string) {
  return identity.login.findFirst({
    where: { id, status: "active" },
    select: {
      id: true,
      personId: true,
      loginName: true,
      email: true,
      emailVerifiedAt: true,
      homePracticeId: true,
      homePractice: { select: { name: true } },
      person: {
        select: { firstName: true, lastName: true, preferredName: true, language: true },
      },
      credential: { select: { passwordHash: true } },
    },
  });
}

/** The login of a link from an admin's reset, by its newest unused token. Looking uses nothing up. */
export async function findFactorLink(
  services: Services,
  token: string,
  identity: IdentityTx = identityOf(services.db),
): Promise<Result<LiveLink, FactorLinkRefusal>> {
  const found = await findToken(services, "factor_reset", token, identity);
  if (!found.ok) return refused(reasons[found.reason]);
  const { id: tokenId, loginId } = found.value;
  const login = await activeLogin(identity, loginId);
  return login ? ok({ tokenId, login }) : refused("link_used");
}

const reasons = {
  link_unknown: "link_unknown",
  link_used: "link_used",
  link_replaced: "link_used",
  link_expired: "factor_link_expired",
} as const;

/** Both are begun with the password; the one that is proved counts. */
export interface FactorsBegun extends AuthenticatorBegun {
  readonly passkey: PasskeyBegun;
}

type Opened = Result<FactorsBegun, OpenFactorLinkRefusal>;

/**
 * First step: the password, whose tries count towards the lock like at the login (S5). The link alone, or the password
 * alone, opens nothing (docs/decisions/0017). Begins an authenticator and, in its place, a passkey (R13).
 */
export function openFactorLink(
  services: Services,
  _visitor: unknown,
  input: { readonly token: string; readonly password: string },
): Promise<Opened> {
  return withFailureFloor(async () => {
    const { db, env, now, passwords } = services;
    const found = await findFactorLink(services, input.token);
    if (!found.ok) return found;
    const { login } = found.value;
    const keys = lockKeys(env.hmacKey, lockCounterKey(env.hmacKey, { loginId: login.id }));
    const reserved = await reserveTry(db, keys, login.id, now);
    if (!reserved.ok) {
      await recordTryWhileLocked(services, triedLogin(login));
      return reserved;
    }
    const verified = await passwords.verify(login.credential?.passwordHash ?? null, input.password);
    if (!verified.ok) {
      await giveBackTry(db, keys, reserved.value, now);
      return verified;
    }
    if (!verified.value.matches) {
      await auditWrongPassword(services, found.value);
      await recordLock(services, triedLogin(login), reserved.value, keys.lockKey);
      return refused("wrong_link_password");
    }
    const lockedMeanwhile = await giveBackTry(db, keys, reserved.value, now);
    if (lockedMeanwhile) return lockedMeanwhile;
    return inPracticeOrNothing<Opened>(db, login.homePracticeId, async (tx) => {
      const authenticator = await beginTotp(tx, services, enrolling(found.value), null);
      if (!authenticator.ok) return authenticator;
      const passkey = await beginPasskey(tx, services, enrolling(found.value), null);
      return passkey.ok ? ok({ ...authenticator.value, passkey: passkey.value }) : passkey;
    });
  });
}

function triedLogin({ person, emailVerifiedAt, ...login }: LiveLink["login"]): TriedLogin {
  return {
    ...login,
    personName: `${person.preferredName ?? person.firstName} ${person.lastName}`,
    language: person.language,
    email: emailVerifiedAt === null ? null : login.email,
  };
}

function auditWrongPassword(services: Services, { login }: LiveLink): Promise<void> {
  const practiceId = login.homePracticeId;
  const who = { personId: login.personId, loginId: login.id };
  return inPractice(services.db, practiceId, (tx) =>
    recordAudit(tx, services, who, {
      action: "login.password_failed",
      practiceId,
      detail: { by: "factor_link" },
    }),
  );
}

type Completed = { readonly recoveryCodes: readonly string[] };

/** Second step: the authenticator or the passkey is proved. The link is used up, the login works; nobody is logged in. */
export function completeFactorLink(
  services: Services,
  _visitor: unknown,
  input: NewFactorProof & { readonly token: string },
): Promise<Result<Completed, FactorLinkRefusal | ProveNewFactorRefusal>> {
  type Answer = Result<Completed, FactorLinkRefusal | ProveNewFactorRefusal>;
  return withFailureFloor(async () => {
    const found = await findFactorLink(services, input.token);
    if (!found.ok) return found;
    const { login } = found.value;
    return inPracticeOrNothing<Answer>(services.db, login.homePracticeId, async (tx) => {
      const identity = identityIn(tx);
      await lockLoginRow(tx, login.id);
      const still = await findFactorLink(services, input.token, identity);
      if (!still.ok) return still;
      const proved = await proveNewFactor(tx, services, login.id, input);
      if (!proved.ok) throw new RolledBack(proved);
      await identity.token.update({
        where: { id: still.value.tokenId },
        data: { usedAt: fromInstant(services.now) },
        select: { id: true },
      });
      const recoveryCodes = await replaceRecoveryCodes(tx, services, login.id);
      const practiceId = login.homePracticeId;
      const who = { personId: login.personId, loginId: login.id };
      const detail = { factor: input.attestation ? "passkey" : "totp", by: "link" };
      await recordAudit(tx, services, who, { action: "factor.added", practiceId, detail });
      await queueFactorNotice(tx, services, login.id, "factor_added");
      return ok({ recoveryCodes });
    });
  });
}

function enrolling({ login }: LiveLink) {
  return { loginId: login.id, loginName: login.loginName, issuer: login.homePractice.name };
}
