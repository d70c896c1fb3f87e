import type { Factor } from "@/domain/access/factors";
import { type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import type { Assertion } from "../factors/passkey-schema";
import { tryPasskey } from "../factors/passkeys";
import type { FactorChallenge } from "../login/factor-challenge";
import { recordFailedCode } from "./record-failed-code";
import { type CodeRefusal, tryCode } from "./try-code";

/** What somebody brings to a challenge: a code of any kind, or a passkey's assertion. */
export interface Proof {
  readonly code?: string | undefined;
  readonly assertion?: Assertion | undefined;
}

/**
 * Compares what was brought with the challenge's login, and counts a wrong one towards the lock (S5). The one that earns
 * the lock is told of it, like the password that does (R14).
 */
export async function tryProof(
  services: Services,
  challenge: FactorChallenge,
  proof: Proof,
): Promise<Result<Factor, CodeRefusal | "locked">> {
  const tried = await compare(services, challenge, proof);
  if (tried.ok || (tried.reason !== "wrong_code" && tried.reason !== "wrong_passkey")) return tried;
  return (await recordFailedCode(services, challenge)) ?? tried;
}

/** An assertion wins over a code. */
async function compare(
  services: Services,
  challenge: FactorChallenge,
  { code, assertion }: Proof,
): Promise<Result<Factor, CodeRefusal>> {
  if (assertion !== undefined) return tryPasskey(services, challenge, assertion);
  return code === undefined ? refused("code_shape") : tryCode(services, challenge, code);
}
