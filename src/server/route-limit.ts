import type { AnyRouteSpec, RouteLimit } from "./route-spec";

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
