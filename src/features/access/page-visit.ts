import { cookies, headers } from "next/headers";
import { cache } from "react";
import { remoteAddressHeader } from "@/lib/remote-address";
import { unattendedHeader } from "@/lib/unattended";
import { clientAddress } from "@/security/client-address";
import { runtime, type Services, servicesAt } from "@/server/services";
import { cookieName } from "./cookies";
import { type OpenSession, openSession } from "./open-session";

export interface PageVisit {
  readonly services: Services;
  readonly session: OpenSession | null;
}

/** The session and services of the page being rendered: looked up once per request, shared by layout and page. */
export const pageVisit = cache(async (): Promise<PageVisit> => {
  const app = runtime();
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const token = jar.get(cookieName(app.env, "session"))?.value;
  const polling = head.get(unattendedHeader) === "1";
  const { now, session } = await openSession(app.db, token, { polling });
  const address = clientAddress(
    { forwardedFor: head.get("x-forwarded-for"), remoteAddress: head.get(remoteAddressHeader) },
    app.env.trustedProxyHops,
  );
  const services = servicesAt(app, now, {
    // Made by the proxy; the not-found page shows the same one.
    id: head.get("x-request-id") ?? app.random.uuid(),
    address: address ?? undefined,
    browser: head.get("user-agent")?.slice(0, 200),
    idempotencyKey: undefined,
  });
  return { services, session };
});
