import { numberPrefix } from "@/domain/access/code-sending";
import type { Result } from "@/domain/result";
import { addressBucket } from "@/security/client-address";
import { consumeLimits, type Limit, limitKey } from "@/security/rate-limits";
import type { Services } from "@/server/services";

const HOUR = 3_600;

/**
 * S3: counts one text to a number nobody has verified, against its number, its prefix and the client's address. Counted
 * alike whether or not a text leaves, so that the limits tell nothing. Refusal: `too_many_requests`.
 */
export async function countUnverifiedText(
  services: Services,
  mobile: string,
): Promise<Result<"within", "too_many_requests">> {
  const { limits } = services;
  return consume(services, [
    limit(services, "texts-number", mobile, limits.textsPerNumber24Hours, 24 * HOUR),
    limit(services, "texts-prefix", numberPrefix(mobile), limits.textsPerPrefixHour, HOUR),
    limit(services, "texts-address", addressOf(services), limits.textsPerAddressHour, HOUR),
  ]);
}

/** Counts the start of a registration against the client's address. Refusal: `too_many_requests`. */
export async function countStart(
  services: Services,
): Promise<Result<"within", "too_many_requests">> {
  const points = services.limits.registrationsPerAddressHour;
  return consume(services, [limit(services, "registrations", addressOf(services), points, HOUR)]);
}

/** S4: questions to Lookup, which cost: as many as texts. Over the limit, the code decides as if Lookup were off. */
export async function countLookup(
  services: Services,
  practiceId: string,
): Promise<Result<"within", "too_many_requests">> {
  const { textsPerAddressHour } = services.limits;
  return consume(services, [
    limit(services, "lookups-address", addressOf(services), textsPerAddressHour, HOUR),
    counted(services, "lookups-practice", practiceId, 200, 24 * HOUR),
  ]);
}

/** Starts with one login link: room for a mistyped birth date, none for trying them all (R7, S9). */
export async function countLinkStart(
  services: Services,
  loginLinkId: string,
): Promise<Result<"within", "too_many_requests">> {
  return consume(services, [counted(services, "link-starts", loginLinkId, 10, 24 * HOUR)]);
}

/** Tries of the password at the mailed link (R3). */
export async function countPasswordTry(
  services: Services,
  registrationId: string,
): Promise<Result<"within", "too_many_requests">> {
  return consume(services, [counted(services, "registration-password", registrationId, 10, HOUR)]);
}

/** Mails with the registration's link. */
export async function countRegistrationMail(
  services: Services,
  registrationId: string,
): Promise<Result<"within", "too_many_requests">> {
  return consume(services, [counted(services, "registration-mail", registrationId, 5, HOUR)]);
}

function consume(services: Services, limits: readonly Limit[]) {
  return consumeLimits(services.db.pool, limits, services.now);
}

function addressOf(services: Services): string {
  return addressBucket(services.request.address ?? null);
}

/** A limit that is no setting of the installation; the demo and the browser stories raise it with the others. */
function counted(services: Services, name: string, value: string, points: number, seconds: number) {
  const raised = services.env.limits === "raised" ? 1000 : 1;
  return limit(services, name, value, points * raised, seconds);
}

function limit(
  services: Services,
  name: string,
  value: string,
  points: number,
  windowSeconds: number,
): Limit {
  return { key: limitKey(services.env.hmacKey, name, value), points, windowSeconds };
}
