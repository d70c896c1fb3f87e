import { callback, csrf, session, signout } from "@/app/api/auth/[...nextauth]/doors";
import { POST as startLogin } from "@/app/api/login/route";
import { inPractice } from "@/db/transaction";
import { openSealed } from "@/security/sealing";
import type { RegisteredHandler } from "@/server/route";
import type { World } from "../../support/world";

const origin = "http://localhost:3000";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
  readonly headers: Headers;
}

interface Sent {
  readonly body?: unknown;
  readonly params?: Record<string, string | string[]>;
  readonly headers?: Record<string, string>;
  readonly raw?: string;
}

/** A browser with a cookie jar that sends real requests to the routes' handlers. */
export function openBrowser(world: World, jar = new Map<string, string>()) {
  // What the routes run on in the test: the world's own runtime.
  Object.assign(globalThis, { archwayRuntime: world.runtime });

  async function send(handler: RegisteredHandler, sent: Sent = {}): Promise<Answer> {
    const { method, path } = handler.spec;
    const hasBody = sent.body !== undefined || sent.raw !== undefined;
    const request = new Request(`${origin}${path}`, {
      method,
      headers: {
        origin,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(hasBody && { "content-type": "application/json" }),
        ...sent.headers,
      },
      ...(hasBody && { body: sent.raw ?? JSON.stringify(sent.body) }),
    });
    const response = await handler(request, { params: Promise.resolve(sent.params ?? {}) });
    for (const line of response.headers.getSetCookie()) keep(line);
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? null : JSON.parse(text),
      headers: response.headers,
    };
  }

  function keep(line: string) {
    const [pair = "", ...attributes] = line.split("; ");
    const at = pair.indexOf("=");
    if (attributes.includes("Max-Age=0")) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }

  async function csrfToken(): Promise<string> {
    return (await send(csrf)).body.csrfToken;
  }

  return {
    jar,
    send,
    csrfToken,
    password: (loginName: string, password: string) =>
      send(startLogin, { body: { loginName, password } }),
    code: async (code: string) => send(callback, { body: { csrfToken: await csrfToken(), code } }),
    whoAmI: async () => (await send(session)).body,
    logOut: async () => send(signout, { body: { csrfToken: await csrfToken() } }),
  };
}

/** The sealed secrets of a practice's deliveries of one purpose, oldest first: codes and link tokens. */
export async function sentSecrets(
  world: World,
  practiceId: string,
  purpose: string,
): Promise<string[]> {
  const rows = await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.findMany({
      where: { practiceId, purpose },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true, sealedSecret: true },
    }),
  );
  return rows.flatMap(({ id, sealedSecret }) => {
    if (!sealedSecret) return [];
    const binding = { table: "delivery", column: "sealed_secret", rowId: id };
    const opened = openSealed(world.runtime.env.sealingKeys, binding, sealedSecret);
    if (!opened.ok) throw new Error(opened.reason);
    return [opened.value];
  });
}

/** Somebody else's code: six digits, and not these. */
export function otherCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, "0");
}
