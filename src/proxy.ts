import { type NextRequest, NextResponse } from "next/server";

const day = 86_400;

/** Security headers and the nonce of every page (S14). It authorises nothing. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "production");
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  // Layouts see no query, and the practice before login is named in it (R12).
  const practice = request.nextUrl.searchParams.get("practice") ?? "";
  forwarded.set("x-practice", /^[a-z0-9-]{1,40}$/.test(practice) ? practice : "");
  forwarded.set("content-security-policy", policy);
  forwarded.set("x-request-id", crypto.randomUUID());
  const response = NextResponse.next({ request: { headers: forwarded } });
  const headers: Record<string, string> = {
    "content-security-policy": policy,
    "cache-control": "no-store",
    "permissions-policy": permissions(request.nextUrl.pathname),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
  };
  if ((process.env.APP_URL ?? "").startsWith("https://"))
    headers["strict-transport-security"] = `max-age=${365 * day}; includeSubDomains`;
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/**
 * Pages only, missing ones too. Routes set their own headers, and a proxy before them would cut uploads at 10 MB; of
 * `icons/` and `accent/` only files are left out, by their endings.
 */
export const config = {
  matcher: [
    "/((?!_next/static/|api/|accent/[0-9a-f]{6}\\.css$|icons/[a-z0-9-]+\\.(?:svg|png)$).*)",
  ],
};

function contentSecurityPolicy(nonce: string, production: boolean): string {
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${production ? "" : " 'unsafe-eval'"}`;
  const styles = production ? `'self' 'nonce-${nonce}'` : "'self' 'unsafe-inline'";
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    // React hides the late parts of a picture with just this attribute while a page streams in: style="display:none".
    "style-src-attr 'unsafe-hashes' 'sha256-aqNNdDLnnrDOnTNdkJpYlAxKVJtLt9CtFLklmInuUAE='",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** Everything off but passkeys, and the camera where check-ins are made. */
function permissions(path: string): string {
  const camera = path.startsWith("/treatment") ? "camera=(self)" : "camera=()";
  return [
    camera,
    "publickey-credentials-get=(self)",
    "publickey-credentials-create=(self)",
    "microphone=()",
    "geolocation=()",
    "payment=()",
    "usb=()",
    "serial=()",
    "midi=()",
    "display-capture=()",
    "accelerometer=()",
    "gyroscope=()",
    "magnetometer=()",
    "browsing-topics=()",
  ].join(", ");
}
