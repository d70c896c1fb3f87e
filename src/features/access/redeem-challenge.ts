import type { Tx } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice, inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import { knownBrowserDigest } from "@/security/known-browser";
import { isTokenShaped, newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { VisitorActor } from "./actors";
import { withFailureFloor } from "./failure-floor";
import { countFailedCode, lockedRefusal } from "./lock-counter";
import { type Membership, membershipsOf } from "./memberships";
import { mintSession } from "./mint-session";
import { type ChallengeRefusal, type OpenChallenge, openChallenge } from "./open-challenge";
import { type CodeRefusal, tryCode } from "./try-code";

export type RedeemRefusal = ChallengeRefusal | CodeRefusal | "locked" | "no_portal";

export interface LoggedIn {
  readonly sessionToken: string;
  readonly browserToken: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: Role;
  readonly practiceShortName: string;
  /** All memberships; with more than one, a choice follows (S10). */
  readonly memberships: readonly Membership[];
}

/**
 * The second factor (R13, S10): consumes this browser's login challenge, once, and only then makes a session. Ends the
 * streak, and remembers the browser (S5). `no_portal`: the login opens nothing here any more (R9).
 */
export function redeemChallenge(
  services: Services,
  visitor: VisitorActor,
  typed: string,
): Promise<Result<LoggedIn, RedeemRefusal>> {
  return withFailureFloor(async () => {
    const opened = await openChallenge(services, visitor);
    if (!opened.ok) return opened;
    const tried = await tryCode(services, opened.value, typed);
    if (!tried.ok) {
      if (tried.reason === "wrong_code") await recordFailedCode(services, opened.value);
      return tried;
    }
    return inPracticeOrNothing<Result<LoggedIn, RedeemRefusal>>(
      services.db,
      opened.value.login.homePracticeId,
      (tx) => logIn(tx, services, visitor, opened.value),
    );
  });
}

async function logIn(
  tx: Tx,
  services: Services,
  visitor: VisitorActor,
  challenge: OpenChallenge,
): Promise<Result<LoggedIn, RedeemRefusal>> {
  const { now } = services;
  const { login } = challenge;
  const identity = identityIn(tx);
  await consume(tx, services, challenge);
  const memberships = await membershipsOf(identity, login.id);
  for (const membership of memberships) {
    const { personId } = login;
    const wish = { loginId: login.id, personId, membership, factorAt: now };
    const sessionToken = await mintSession(tx, services, wish);
    if (sessionToken === null) continue;
    const browserToken = await rememberBrowser(tx, services, visitor, login.id);
    await recordAudit(
      tx,
      services,
      { personId, loginId: login.id, role: membership.role, name: login.personName },
      {
        action: "login.succeeded",
        practiceId: membership.practiceId,
        detail: { factor: challenge.factor },
      },
    );
    return ok({
      sessionToken,
      browserToken,
      personId,
      personName: login.personName,
      role: membership.role,
      practiceShortName: membership.practiceShortName,
      memberships,
    });
  }
  throw new RolledBack(refused("no_portal"));
}

/** One guarded update; status and lock are looked at once more under the login's row lock. */
async function consume(tx: Tx, services: Services, challenge: OpenChallenge): Promise<void> {
  const { now } = services;
  const identity = identityIn(tx);
  const [login] = await identity.$queryRaw<{ active: boolean }[]>`
    select status = 'active' as active from identity.login where id = ${challenge.login.id}::uuid for update`;
  if (!login?.active) throw new RolledBack(refused("login_expired"));
  const keys = [challenge.keys.lockKey, challenge.keys.codeKey].map((key) => new Uint8Array(key));
  const lock = await identity.lockCounter.findFirst({
    where: { key: { in: keys }, lockedUntilAt: { gt: fromInstant(now) } },
    orderBy: { lockedUntilAt: "desc" },
    select: { lockedUntilAt: true },
  });
  if (lock?.lockedUntilAt) throw new RolledBack(lockedRefusal(toInstant(lock.lockedUntilAt), now));
  const { count } = await identity.loginChallenge.updateMany({
    where: { id: challenge.id, usedAt: null, expiresAt: { gt: fromInstant(now) } },
    data: { usedAt: fromInstant(now) },
  });
  if (count === 0) throw new RolledBack(refused("login_used"));
  await identity.oneTimeCode.updateMany({
    where: { challengeId: challenge.id, purpose: "login", usedAt: null },
    data: { usedAt: fromInstant(now) },
  });
  await identity.lockCounter.deleteMany({ where: { key: { in: keys } } });
}

async function rememberBrowser(
  tx: Tx,
  { env, now, random }: Services,
  visitor: VisitorActor,
  loginId: string,
): Promise<string> {
  const brought = visitor.cookies.get("browser") ?? "";
  const token = isTokenShaped(brought) ? brought : newToken(random).token;
  const digest = knownBrowserDigest(env.hmacKey, token, loginId);
  const at = fromInstant(now);
  await identityIn(tx).knownBrowser.upsert({
    where: { digest },
    create: { id: random.uuid(), loginId, digest, createdAt: at, lastUsedAt: at },
    update: { lastUsedAt: at },
    select: { id: true },
  });
  return token;
}

async function recordFailedCode(services: Services, challenge: OpenChallenge): Promise<void> {
  const { login, keys } = challenge;
  const lockMinutes = await countFailedCode(services.db, keys, login.id, services.now);
  const practiceId = login.homePracticeId;
  const who = { personId: login.personId, loginId: login.id, name: login.personName };
  await inPractice(services.db, practiceId, async (tx) => {
    await recordAudit(tx, services, who, { action: "login.code_failed", practiceId });
    if (lockMinutes === null) return;
    const detail = { minutes: lockMinutes, because: "codes" };
    await recordAudit(tx, services, who, { action: "login.locked", practiceId, detail });
  });
}
