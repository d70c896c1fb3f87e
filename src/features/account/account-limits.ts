import type { Result } from "@/domain/result";
import { consumeLimits, limitKey } from "@/security/rate-limits";
import type { Services } from "@/server/services";

const HOUR = 3_600;

/** Mails with the link of an e-mail change: 5 an hour per login. Refusal: `too_many_requests`. */
export function countChangeMail(services: Services, loginId: string) {
  return count(services, "email-change", loginId, 5);
}

/** Tries of the current password, however many sessions they come from: 10 an hour per login. */
export function countPasswordTry(services: Services, loginId: string) {
  return count(services, "current-password", loginId, 10);
}

function count(
  services: Services,
  name: string,
  loginId: string,
  points: number,
): Promise<Result<"within", "too_many_requests">> {
  const raised = services.env.limits === "raised" ? 1000 : 1;
  const key = limitKey(services.env.hmacKey, name, loginId);
  const limit = { key, points: points * raised, windowSeconds: HOUR };
  return consumeLimits(services.db.pool, [limit], services.now);
}
