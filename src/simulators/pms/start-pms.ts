import { type HttpAnswer, type HttpRequest, serve } from "../http/serve";
import type { RunningSimulator, SimulatorOptions } from "../process/simulator";
import { answerApi } from "./api";
import { pmsError } from "./errors";
import { answerLoader } from "./loader";
import { type RateLimits, type RateState, rateLimiter } from "./rate-limit";

/** A practice management system as Dentally's public documentation describes it. */
export async function startPms(
  options: SimulatorOptions,
  limits: RateLimits = { perHour: 3_600, perSecond: 10 },
): Promise<RunningSimulator> {
  const { port, host, store, clock, faults } = options;
  const limiter = rateLimiter(limits);
  // The front door hands its own path on.
  const isLoader = ({ url }: HttpRequest) =>
    url.pathname.startsWith("/simulator/") || url.pathname === "/pms/patients";

  async function api(request: HttpRequest): Promise<HttpAnswer> {
    if (!request.headers["user-agent"]?.trim()) {
      return pmsError(403, "invalid_access_error", "A User-Agent header is required");
    }
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const [account] =
      token === undefined
        ? []
        : await store.query<{ id: string }>("select id from account where access_token = $1", [
            token,
          ]);
    if (token === undefined || account === undefined) return unauthorized;
    const path = request.url.pathname.replace(/^\/v1\//, "/");
    const rate = limiter.take(token, path === "/rate_limit");
    const headers = rateHeaders(rate);
    if (rate.retryAfterSeconds !== undefined) {
      const refusal = pmsError(429, "rate_limit_error", "Rate limit exceeded");
      return { ...refusal, headers: { ...headers, "retry-after": String(rate.retryAfterSeconds) } };
    }
    if (path === "/rate_limit") {
      const core = { limit: rate.limit, remaining: rate.remaining, reset: rate.reset };
      return { status: 200, headers, body: { resources: { core, sms: core } } };
    }
    const answer = await answerApi({ store, now: await clock.now() }, account.id, path, request);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }

  return serve({
    port,
    host,
    slowMs: faults.slowMs,
    mode: async (request) => (isLoader(request) ? "ok" : faults.mode("pms")),
    failure: pmsError(503, "api_error", "Service unavailable"),
    unauthorized,
    handle: async (request) =>
      isLoader(request) ? answerLoader({ store, now: await clock.now() }, request) : api(request),
  });
}

const unauthorized = pmsError(401, "authentication_error", "The access token is invalid");

function rateHeaders({ limit, remaining, reset }: RateState): Record<string, string> {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
  };
}
