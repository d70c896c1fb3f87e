import type { Tx } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import type { Factor } from "@/domain/access/factors";
import { ok, type Result, refused } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import { knownBrowserDigest } from "@/security/known-browser";
import { isTokenShaped, newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";
import type { CodeRefusal } from "../codes/try-code";
import { type Proof, tryProof } from "../codes/try-proof";
import { noteRecoveryCode } from "../factors/note-recovery-code";
import { type Membership, membershipsOf } from "../memberships";
import { mintSession } from "../mint-session";
import { consumeChallenge } from "./consume-challenge";
import { withFailureFloor } from "./failure-floor";
import { type ChallengeRefusal, type OpenChallenge, openChallenge } from "./open-challenge";

export type RedeemRefusal = ChallengeRefusal | CodeRefusal | "locked" | "no_portal";

export interface LoggedIn {
  readonly sessionToken: string;
  readonly browserToken: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: Role;
  readonly practiceShortName: string;
  /** The person's language, for the pages from now on (R17). */
  readonly language: string;
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
  proof: Proof,
): Promise<Result<LoggedIn, RedeemRefusal>> {
  return withFailureFloor(async () => {
    const opened = await openChallenge(services, visitor);
    if (!opened.ok) return opened;
    const tried = await tryProof(services, opened.value, proof);
    if (!tried.ok) return tried;
    return inPracticeOrNothing<Result<LoggedIn, RedeemRefusal>>(
      services.db,
      opened.value.login.homePracticeId,
      (tx) => logIn(tx, services, visitor, opened.value, tried.value),
    );
  });
}

async function logIn(
  tx: Tx,
  services: Services,
  visitor: VisitorActor,
  challenge: OpenChallenge,
  factor: Factor,
): Promise<Result<LoggedIn, RedeemRefusal>> {
  const { now } = services;
  const { login } = challenge;
  const identity = identityIn(tx);
  await consumeChallenge(tx, services, challenge);
  if (factor === "recovery_code") await noteRecoveryCode(tx, services, challenge);
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
        detail: { factor },
      },
    );
    return ok({
      sessionToken,
      browserToken,
      personId,
      personName: login.personName,
      role: membership.role,
      practiceShortName: membership.practiceShortName,
      language: login.language,
      memberships,
    });
  }
  throw new RolledBack(refused("no_portal"));
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
