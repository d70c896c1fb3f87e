import { type NextRequest, NextResponse } from "next/server";
import { pageHeaders } from "./server/page-headers";

/** Gives a page its headers where our front door has not: while developing, and for addresses it does not know. */
export function proxy(request: NextRequest): NextResponse {
  const { asked, answered } = pageHeaders(request.nextUrl, process.env.APP_URL ?? "");
  const forwarded = new Headers(request.headers);
  for (const [name, value] of Object.entries(asked)) forwarded.set(name, value);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(answered)) response.headers.set(name, value);
  return response;
}

/**
 * Pages only, missing ones too. Routes set their own headers, and a proxy before them would cut uploads at 10 MB; of
 * `icons/` and `accent/` only files are left out, by their endings. `x-archway-page` says that the front door did it.
 */
export const config = {
  matcher: [
    {
      source:
        "/((?!_next/static/|api/|accent/[0-9a-f]{6}\\.css$|icons/[a-z0-9-]+\\.(?:svg|png)$).*)",
      missing: [{ type: "header", key: "x-archway-page" }],
    },
  ],
};
