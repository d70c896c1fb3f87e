import type { ZodObject, ZodType } from "zod";
import * as z from "zod";
import type { Result } from "@/domain/result";
import type { SetCookie } from "@/features/access/cookies";
import type { Gate } from "@/features/access/route-gates";
import type { RefusalTable } from "@/lib/refusal-table";
import { secured } from "./api-headers";
import { handle } from "./handle";
import { openApi } from "./openapi";
import type { AnyRouteSpec, RawContent, RouteLimit } from "./route-spec";
import { runtime, type Services } from "./services";

type Shape = ZodObject | undefined;
type Read<S extends Shape> = S extends ZodObject ? z.output<S> : unknown;

/** What a route says of itself: enough to guard it, run it and describe it in `/api/openapi.json`. */
export interface RouteSpec<
  Actor,
  Params extends Shape,
  Query extends Shape,
  Body extends Shape,
  Value,
  Reason extends string,
> {
  readonly operation: string;
  readonly summary: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly gate: Gate<Actor>;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The shape of the answer; also what other programs are told. */
  readonly answer: ZodType;
  readonly status?: 200 | 201 | 202;
  readonly refusals: RefusalTable<Reason>;
  readonly limit?: RouteLimit;
  /** Largest JSON body in bytes, where the usual 64 kB are too many (S10). */
  readonly maxBodyBytes?: number;
  /** Does not extend the idle limit of a session (R18). */
  readonly polling?: boolean;
  readonly run: (
    services: Services,
    actor: Actor,
    input: Read<Params> & Read<Query> & Read<Body>,
  ) => Promise<Result<Value, Reason>>;
  /** Makes the JSON body and the cookies of the answer out of the value; left out, the value is the body. */
  readonly present?: (value: Value) => { body: unknown; cookies?: readonly SetCookie[] };
}

type NextHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

export type RegisteredHandler = NextHandler & { readonly spec: AnyRouteSpec };

/**
 * The one door of every server route. In order: request id, size and content-type limit, Origin check, session → actor,
 * rate limit, zod, use case, `Result` → status, audit of refusals, redacted log line (architecture.md).
 */
export function route<
  Actor,
  Value,
  Reason extends string,
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
>(spec: RouteSpec<Actor, Params, Query, Body, Value, Reason>): RegisteredHandler {
  return registered(spec, {
    body: spec.body,
    answer: spec.answer,
    maxBodyBytes: spec.maxBodyBytes,
    raw: undefined,
    async serve(services, visit, input) {
      const admitted = spec.gate.admit(visit);
      if (!admitted.ok) return { gate: admitted.reason };
      // The input was validated by the schemas that Read<…> is made of.
      const result = await spec.run(
        services,
        admitted.value,
        input as Read<Params> & Read<Query> & Read<Body>,
      );
      if (!result.ok) return { refused: result };
      const presented = spec.present ? spec.present(result.value) : { body: result.value };
      return { body: presented.body, cookies: presented.cookies ?? [] };
    },
  });
}

type Own = "body" | "answer" | "maxBodyBytes" | "raw" | "serve";

/** What both kinds of routes say of themselves alike, and what each brings of its own. */
function registered(
  said: Omit<AnyRouteSpec, Own | "roles" | "params" | "query" | "limit" | "status" | "polling"> & {
    readonly gate: { readonly roles: AnyRouteSpec["roles"] };
  } & Partial<Pick<AnyRouteSpec, "params" | "query" | "limit" | "status" | "polling">>,
  own: Pick<AnyRouteSpec, Own>,
): RegisteredHandler {
  const { operation, summary, method, path, gate, params, query, refusals, limit } = said;
  const { status = 200, polling = false } = said;
  const described = { operation, summary, method, path, params, query, refusals, limit };
  const spec: AnyRouteSpec = { ...described, roles: gate.roles, status, polling, ...own };
  const handler: NextHandler = (request, context) => handle(spec, request, context.params);
  return Object.assign(handler, { spec });
}

/** Serves the description of these routes for other programs. */
export function describeRoutes(handlers: readonly RegisteredHandler[]): Response {
  return secured(Response.json(openApi(handlers.map((handler) => handler.spec))), runtime().env);
}

export { noSuchRoute, otherMethods } from "./no-route";
export { isReady } from "./ready";

/** What a raw route says of itself; the rest is as with `RouteSpec`. */
type RawRouteSpec<
  Actor,
  Params extends Shape,
  Query extends Shape,
  Value,
  Reason extends string,
> = Omit<
  RouteSpec<Actor, Params, Query, undefined, Value, Reason>,
  "body" | "answer" | "present" | "run" | "maxBodyBytes"
> & {
  readonly raw: RawContent;
  /** The shape of the answer where it is JSON. */
  readonly answer?: ZodType;
  /** Reads the request's body itself, as a stream, and sets its own bounds (S15). */
  readonly run: (
    services: Services,
    actor: Actor,
    input: Read<Params> & Read<Query>,
    request: Request,
  ) => Promise<Result<Value, Reason>>;
  readonly respond: (value: Value) => Response;
};

/** The same door for what is no JSON: uploads, files, streams of events. Everything but reading the body is as in `route`. */
export function rawRoute<
  Actor,
  Value,
  Reason extends string,
  Params extends Shape = undefined,
  Query extends Shape = undefined,
>(spec: RawRouteSpec<Actor, Params, Query, Value, Reason>): RegisteredHandler {
  return registered(spec, {
    body: undefined,
    answer: spec.answer ?? z.unknown(),
    maxBodyBytes: undefined,
    raw: spec.raw,
    async serve(services, visit, input, request) {
      const admitted = spec.gate.admit(visit);
      if (!admitted.ok) return { gate: admitted.reason };
      // The input was validated by the schemas that Read<…> is made of.
      const result = await spec.run(
        services,
        admitted.value,
        input as Read<Params> & Read<Query>,
        request,
      );
      return result.ok ? { response: spec.respond(result.value) } : { refused: result };
    },
  });
}
