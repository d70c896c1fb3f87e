import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import type { Factor } from "@/domain/access/factors";
import { STEP_UP_MINUTES } from "@/domain/access/step-up";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { BrowserActor } from "../actors";
import type { CodeRefusal } from "../codes/try-code";
import { type Proof, tryProof } from "../codes/try-proof";
import { lockOf } from "../lock/lock-counter";
import { consumeChallenge } from "../login/consume-challenge";
import type { FactorChallenge } from "../login/factor-challenge";
import { withFailureFloor } from "../login/failure-floor";
import { factorLogin } from "./factor-login";
import { noteRecoveryCode } from "./note-recovery-code";
import { stepUpKeys } from "./step-up-keys";

export type CompleteStepUpRefusal = CodeRefusal | "locked" | "login_expired" | "step_up_expired";

export interface SteppedUp {
  readonly sessionToken: string;
  /** Seconds the session's cookie still lives. */
  readonly cookieSeconds: number;
  /** Until then nothing asks for the factor again (S11). */
  readonly confirmedUntilAt: string;
}

/**
 * Proves the factor again (S11): the session goes on under a new token (S10). Wrong codes count towards the lock (S5).
 * `step_up_expired`: nothing was begun in this session, or too long ago.
 */
export function completeStepUp(
  services: Services,
  actor: BrowserActor,
  proof: Proof,
): Promise<Result<SteppedUp, CompleteStepUpRefusal>> {
  return withFailureFloor(async () => {
    const opened = await openStepUp(services, actor);
    if (!opened.ok) return opened;
    const tried = await tryProof(services, opened.value, proof);
    if (!tried.ok) return tried;
    return inPracticeOrNothing<Result<SteppedUp, CompleteStepUpRefusal>>(
      services.db,
      actor.practiceId,
      (tx) => renewSession(tx, services, actor, opened.value, tried.value),
    );
  });
}

async function openStepUp(
  services: Services,
  actor: BrowserActor,
): Promise<Result<FactorChallenge, "locked" | "step_up_expired">> {
  const { db, now } = services;
  const keys = await stepUpKeys(services, actor);
  const locked = await lockOf(db, keys, now);
  if (locked) return locked;
  const [row, login] = await Promise.all([
    identityOf(db).loginChallenge.findFirst({
      where: { sessionId: actor.sessionId, usedAt: null, expiresAt: { gt: fromInstant(now) } },
      orderBy: { createdAt: "desc" },
      select: { id: true, factor: true },
    }),
    factorLogin(services, actor.loginId),
  ]);
  if (!row || !login) return refused("step_up_expired");
  return ok({ id: row.id, purpose: "step_up", factor: row.factor, keys, login });
}

async function renewSession(
  tx: Tx,
  services: Services,
  actor: BrowserActor,
  challenge: FactorChallenge,
  factor: Factor,
): Promise<Result<SteppedUp, CompleteStepUpRefusal>> {
  const { now, random } = services;
  if (factor === "recovery_code") await noteRecoveryCode(tx, services, challenge);
  await tx.$executeRaw`select set_config('app.practice_id', ${actor.practiceId}, true)`;
  await consumeChallenge(tx, services, challenge);
  const { token, digest } = newToken(random);
  const { count } = await identityIn(tx).session.updateMany({
    where: { id: actor.sessionId, endedAt: null },
    data: { tokenDigest: digest, factorAt: fromInstant(now) },
  });
  if (count === 0) throw new RolledBack(refused("step_up_expired"));
  await recordAudit(tx, services, auditActor(actor), {
    action: "session.stepped_up",
    practiceId: actor.practiceId,
    objectKind: "session",
    objectId: actor.sessionId,
    detail: { factor },
  });
  const left = now.until(actor.expiresAt, { largestUnit: "second" });
  return ok({
    sessionToken: token,
    cookieSeconds: Math.max(1, Temporal.Duration.from(left).seconds),
    confirmedUntilAt: now.add({ minutes: STEP_UP_MINUTES }).toString(),
  });
}
