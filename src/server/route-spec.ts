import type { ZodObject, ZodType } from "zod";
import type { SetCookie } from "@/features/access/cookies";
import type { Gate, GateReason, Visit } from "@/features/access/route-gates";
import type { RefusalTable } from "@/lib/refusal-table";
import type { Services } from "./services";

export interface RouteLimit {
  readonly name: string;
  readonly per: "address" | "session";
  readonly points: number;
  readonly windowSeconds: number;
}

/** A route's spec without its type parameters, as the register and the wrapper see it. */
export interface AnyRouteSpec {
  readonly operation: string;
  readonly summary: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly roles: Gate<unknown>["roles"];
  readonly params: ZodObject | undefined;
  readonly query: ZodObject | undefined;
  readonly body: ZodObject | undefined;
  readonly answer: ZodType;
  readonly status: 200 | 201 | 202;
  readonly refusals: RefusalTable<string>;
  readonly limit: RouteLimit | undefined;
  readonly maxBodyBytes: number | undefined;
  readonly polling: boolean;
  /** Set where body or answer is no JSON: the media types of both. */
  readonly raw: RawContent | undefined;
  /** Gate and use case in one, so that the actor's type stays between them. */
  readonly serve: (
    services: Services,
    visit: Visit,
    input: Record<string, unknown>,
    request: Request,
  ) => Promise<
    | { gate: GateReason }
    | { refused: { reason: string; detail?: Readonly<Record<string, unknown>> } }
    | { body: unknown; cookies: readonly SetCookie[] }
    | { response: Response }
  >;
}

/** Media types of a route that takes a file or answers with a file or a stream. */
export interface RawContent {
  readonly accepts?: readonly string[];
  readonly answers?: readonly string[];
}
