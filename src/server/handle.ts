import { isDatabaseAway } from "@/db/errors";
import { ownCookies, type SetCookie, setCookieHeader } from "@/features/access/cookies";
import { openSession } from "@/features/access/open-session";
import { auditRefusal } from "@/features/audit/audit-refusal";
import { remoteAddressHeader } from "@/lib/remote-address";
import { languageOf } from "@/lib/request-language";
import { unattendedHeader } from "@/lib/unattended";
import { clientAddress } from "@/security/client-address";
import { secured } from "./api-headers";
import { type Failure, failed } from "./failure";
import { fieldKeys, readJson, readQuery } from "./input";
import { errorFacts } from "./log";
import { commonRefusals } from "./refusals";
import { countRequest, limitOf } from "./route-limit";
import type { AnyRouteSpec } from "./route-spec";
import { type RequestFacts, type Runtime, runtime, servicesAt } from "./services";

type Params = Promise<Record<string, string | string[] | undefined>>;

/** Serves one request of a registered route. */
export async function handle(
  spec: AnyRouteSpec,
  request: Request,
  params: Params,
): Promise<Response> {
  const app = runtime();
  const facts = requestFacts(app, request);
  const startedMs = performance.now();
  let response: Response;
  let refusal: string | undefined;
  try {
    const answer = await serve(app, spec, request, facts, await params);
    response = answer.response;
    refusal = answer.refusal;
  } catch (error) {
    const away = isDatabaseAway(error);
    app.log.error({ request: facts.id, route: spec.operation, ...errorFacts(error) }, "failed");
    refusal = away ? "unavailable" : "unexpected";
    response = failed(
      away
        ? { code: "unavailable", ...commonRefusals.unavailable, retryAfterSeconds: 5 }
        : { code: "unexpected", status: 500, words: "refusals.unexpected" },
      facts.id,
      languageOf(request),
    );
  }
  const ms = Math.round(performance.now() - startedMs);
  if (spec.method !== "GET" || refusal !== undefined || ms > 500)
    app.log.info(
      { request: facts.id, route: spec.operation, status: response.status, refusal, ms },
      "request",
    );
  return secured(response, app.env);
}

interface Answer {
  readonly response: Response;
  readonly refusal?: string;
}

async function serve(
  app: Runtime,
  spec: AnyRouteSpec,
  request: Request,
  facts: RequestFacts,
  params: Record<string, string | string[] | undefined>,
): Promise<Answer> {
  const refuse = (failure: Failure): Answer => ({
    response: failed(failure, facts.id, languageOf(request)),
    refusal: failure.code,
  });
  const common = (code: keyof typeof commonRefusals, rest: Partial<Failure> = {}): Answer =>
    refuse({ code, ...commonRefusals[code], ...rest });

  if (spec.method !== "GET" && !isOwnOrigin(app.env.appUrl, request)) return common("wrong_origin");
  const read = await readInput(spec, request, params);
  if (!read.ok) return common(read.reason);

  const cookies = ownCookies(app.env, request.headers.get("cookie"));
  const { now, session } = await openSession(app.db, cookies.get("session"), {
    polling: spec.polling || request.headers.get(unattendedHeader) === "1",
  });
  const services = servicesAt(app, now, facts);
  if (spec.roles.length > 0) {
    if (!session) return common("not_logged_in");
    if (!spec.roles.includes(session.role)) {
      await auditRefusal(services, session, spec.operation, "not_allowed");
      return common("not_allowed");
    }
  }
  const limit = limitOf(spec);
  if (limit) {
    const caller = { sessionId: session?.sessionId, address: facts.address };
    const counted = await countRequest(app, limit, caller, now);
    if (!counted.ok) return common("too_many_requests", waiting(counted.detail));
  }

  const checked = check(spec, read.value);
  if ("notFound" in checked) return common("not_found");
  if ("fields" in checked) return common("invalid_input", { fields: checked.fields });

  const outcome = await spec.serve(
    services,
    { session, cookies, input: checked.input, now },
    checked.input,
    request,
  );
  if ("gate" in outcome) {
    if (session) await auditRefusal(services, session, spec.operation, outcome.gate);
    return common(outcome.gate);
  }
  if ("refused" in outcome) {
    const { reason, detail } = outcome.refused;
    const answer = spec.refusals[reason];
    if (!answer) throw new Error(`${spec.operation} has no words for ${reason}`);
    return refuse({ code: reason, ...answer, ...waiting(detail), values: detail });
  }
  if ("response" in outcome) {
    outcome.response.headers.set("x-request-id", facts.id);
    return { response: outcome.response };
  }
  return { response: success(app, spec, outcome.body, outcome.cookies, facts.id) };
}

function success(
  app: Runtime,
  spec: AnyRouteSpec,
  body: unknown,
  cookies: readonly SetCookie[],
  id: string,
): Response {
  const headers = new Headers({
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-request-id": id,
  });
  for (const cookie of cookies) headers.append("set-cookie", setCookieHeader(app.env, cookie));
  return new Response(JSON.stringify(body), { status: spec.status, headers });
}

/** S13: Origin equals APP_URL; a missing or null one is refused; Sec-Fetch-Site, if sent, is same-origin. */
function isOwnOrigin(appUrl: string, request: Request): boolean {
  if (request.headers.get("origin") !== new URL(appUrl).origin) return false;
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin";
}

interface Read {
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: Record<string, unknown>;
}

async function readInput(
  spec: AnyRouteSpec,
  request: Request,
  params: Record<string, unknown>,
): Promise<
  | { ok: true; value: Read }
  | { ok: false; reason: "malformed" | "too_large" | "wrong_content_type" }
> {
  const query = readQuery(new URL(request.url));
  if (!query.ok) return query;
  if (spec.raw || spec.method === "GET" || (!spec.body && !request.headers.get("content-type")))
    return { ok: true, value: { params, query: query.value, body: {} } };
  const body = await readJson(request, spec.maxBodyBytes);
  return body.ok ? { ok: true, value: { params, query: query.value, body: body.value } } : body;
}

/** Judges every part by its schema. A wrong path parameter is a missing page, not a wrong field. */
function check(
  spec: AnyRouteSpec,
  read: Read,
): { input: Record<string, unknown> } | { fields: Record<string, string> } | { notFound: true } {
  const params = spec.params?.safeParse(read.params);
  if (params && !params.success) return { notFound: true };
  const parts = [
    spec.query ? spec.query.safeParse(read.query) : unknownNames(read.query),
    spec.body ? spec.body.safeParse(read.body) : unknownNames(read.body),
  ];
  const input: Record<string, unknown> = { ...params?.data };
  const wrong: [name: string, key: string][] = [];
  for (const part of parts) {
    if (part.success) Object.assign(input, part.data);
    else wrong.push(...("fields" in part ? part.fields : fieldKeys(part.error)));
  }
  return parts.every(({ success }) => success) ? { input } : { fields: Object.fromEntries(wrong) };
}

function unknownNames(
  values: Record<string, unknown>,
):
  | { success: true; data: Record<string, unknown> }
  | { success: false; fields: ReadonlyMap<string, string> } {
  const names = Object.keys(values);
  if (names.length === 0) return { success: true, data: {} };
  return { success: false, fields: new Map(names.map((name) => [name, "unknown"])) };
}

function waiting(detail: Readonly<Record<string, unknown>> | undefined): Partial<Failure> {
  const seconds = detail?.retryAfterSeconds;
  return typeof seconds === "number" ? { retryAfterSeconds: seconds } : {};
}

function requestFacts(app: Runtime, request: Request): RequestFacts {
  const key = request.headers.get("idempotency-key");
  const address = clientAddress(
    {
      forwardedFor: request.headers.get("x-forwarded-for"),
      remoteAddress: request.headers.get(remoteAddressHeader),
    },
    app.env.trustedProxyHops,
  );
  return {
    id: app.random.uuid(),
    address: address ?? undefined,
    browser: request.headers.get("user-agent")?.slice(0, 200),
    idempotencyKey: key !== null && /^[\x21-\x7e]{1,200}$/.test(key) ? key : undefined,
    language: languageOf(request),
  };
}
