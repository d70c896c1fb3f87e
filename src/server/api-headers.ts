import { isSecureOrigin } from "@/lib/secure-origin";

/** S14 for answers that are no pages: nothing in them may be run, framed, guessed at or kept. */
const apiHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

/** Puts the headers on; what the answer says itself stays. The proxy leaves routes alone: it costs as much as a read. */
export function secured(response: Response, origin: { readonly appUrl: string }): Response {
  for (const [name, value] of Object.entries(apiHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  if (isSecureOrigin(origin))
    response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}
