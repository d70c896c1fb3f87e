import { languageOf } from "@/lib/request-language";
import { secured } from "./api-headers";
import { type Failure, failed } from "./failure";
import { runtime } from "./services";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Answering = (request: Request) => Promise<Response>;

/**
 * What a route's file exports for the methods it does not have: 405 with words, and 204 to OPTIONS, both with `Allow`.
 * Next would answer 405 without either.
 */
export function otherMethods(
  ...allows: readonly Method[]
): Record<Method | "OPTIONS", Answering & { readonly allows: readonly Method[] }> {
  const allow = allows.includes("GET") ? ["HEAD", ...allows] : allows;
  const headers = { allow: [...allow, "OPTIONS"].join(", ") };
  const refuse = async (request: Request) =>
    refused(
      request,
      { code: "wrong_method", status: 405, words: "refusals.wrong_method" },
      headers,
    );
  const refusing = Object.assign(refuse, { allows });
  const tell = async () => secured(new Response(null, { status: 204, headers }), runtime().env);
  return {
    GET: refusing,
    POST: refusing,
    PUT: refusing,
    PATCH: refusing,
    DELETE: refusing,
    OPTIONS: Object.assign(tell, { allows }),
  };
}

/** Answers for addresses under `/api` that nobody has. */
export async function noSuchRoute(request: Request): Promise<Response> {
  return refused(request, { code: "not_found", status: 404, words: "refusals.not_found" }, {});
}

function refused(
  request: Request,
  failure: Failure,
  headers: Readonly<Record<string, string>>,
): Response {
  const { env, random } = runtime();
  const response = failed(failure, random.uuid(), languageOf(request));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return secured(response, env);
}
