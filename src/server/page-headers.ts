import type { IncomingMessage } from "node:http";
import { unattendedCookie, unattendedHeader } from "../lib/unattended";

const day = 86_400;

/** Headers a page's request and its answer get. */
export interface PageHeaders {
  /** For the pages themselves; whatever the browser sent under these names is overwritten. */
  readonly asked: Readonly<Record<string, string>>;
  readonly answered: Readonly<Record<string, string>>;
}

/** Security headers and the nonce of every page of the portal at `appUrl` (S14). It authorises nothing. */
export function pageHeaders(
  address: Pick<URL, "pathname" | "searchParams">,
  appUrl: string,
): PageHeaders {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "production");
  // Layouts see no query, and the practice before login is named in it (R12).
  const practice = address.searchParams.get("practice") ?? "";
  const isHttps = appUrl.startsWith("https://");
  return {
    asked: {
      "x-nonce": nonce,
      "x-practice": /^[a-z0-9-]{1,40}$/.test(practice) ? practice : "",
      "content-security-policy": policy,
      "x-request-id": crypto.randomUUID(),
    },
    answered: {
      "content-security-policy": policy,
      "cache-control": "no-store",
      "permissions-policy": permissions(address.pathname),
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-frame-options": "DENY",
      ...(isHttps && { "strict-transport-security": `max-age=${365 * day}; includeSubDomains` }),
    },
  };
}

/** As the matcher of `src/proxy.ts`. */
const isPage =
  /^\/(?!_next\/static\/|api\/|accent\/[0-9a-f]{6}\.css$|icons\/[a-z0-9-]+\.(?:svg|png)$)/;
/** Says that a page has its headers: the proxy, for which the whole request is made anew, is then passed by. */
export const dressedHeader = "x-archway-page";

/** Gives a page its headers before Next sees it. */
export function dressPage(
  request: Pick<IncomingMessage, "url" | "headers">,
  response: { setHeader(name: string, value: string): unknown },
  appUrl: string,
): void {
  delete request.headers[dressedHeader];
  const [pathname = "/", ...query] = (request.url ?? "/").split("?");
  if (!isPage.test(pathname)) return;
  const searchParams = new URLSearchParams(query.join("?"));
  const { asked, answered } = pageHeaders({ pathname, searchParams }, appUrl);
  const unattended = isUnattended(request.headers, pathname) ? "1" : "";
  Object.assign(request.headers, asked, { [dressedHeader]: "1", [unattendedHeader]: unattended });
  for (const [name, value] of Object.entries(answered)) response.setHeader(name, value);
}

/** A page fetched before anybody asked for it, or made anew by news: neither is a person's doing (S10). */
function isUnattended(headers: IncomingMessage["headers"], pathname: string): boolean {
  if (headers["next-router-prefetch"] !== undefined) return true;
  if (headers.rsc === undefined) return false;
  const named = `${unattendedCookie}=${encodeURIComponent(pathname)}`;
  return (headers.cookie ?? "").split("; ").includes(named);
}

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
