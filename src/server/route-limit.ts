import type { Temporal } from "temporal-polyfill";
import type { Result } from "@/domain/result";
import { addressBucket } from "@/security/client-address";
import { consumeLimits, limitKey } from "@/security/rate-limits";
import type { AnyRouteSpec, RouteLimit } from "./route-spec";
import type { Runtime } from "./services";

/** Who a request is counted for. */
interface Caller {
  readonly sessionId: string | undefined;
  readonly address: string | undefined;
}

/**
 * What counts a request of this route: the route's own limit, else one that all other writing routes share, by session
 * or, before a login, by client address (an IPv6 /64). Reads are not counted: they cost less than counting.
 */
export function limitOf(spec: Pick<AnyRouteSpec, "limit" | "method" | "roles">): RouteLimit | null {
  if (spec.limit) return spec.limit;
  if (spec.method === "GET") return null;
  return spec.roles.length > 0
    ? { name: "writes", per: "session", points: 240, windowSeconds: 60 }
    : { name: "visits", per: "address", points: 60, windowSeconds: 60 };
}

/** Counts one request against its limit. Refusal: `too_many_requests` with `retryAfterSeconds`. */
export async function countRequest(
  { db, env }: Runtime,
  { name, per, points, windowSeconds }: RouteLimit,
  { sessionId, address }: Caller,
  now: Temporal.Instant,
): Promise<Result<"within", "too_many_requests">> {
  const session = per === "session" ? sessionId : undefined;
  const limit = {
    key: limitKey(env.hmacKey, name, session ?? addressBucket(address ?? null)),
    points: points * (env.limits === "raised" ? 1000 : 1),
    windowSeconds,
  };
  return consumeLimits(db.pool, [limit], now);
}
