import { appUrl } from "./production";

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A browser as far as the wire goes: sends the Origin, keeps cookies, follows nothing. */
export function openVisitor(proxy: string, client = "203.0.113.1") {
  const jar = new Map<string, string>();
  const cookieLines: string[] = [];

  async function send(method: "GET" | "POST", path: string, sent: Sent = {}): Promise<Answered> {
    const answer = await fetch(`${proxy}${path}`, {
      method,
      redirect: "manual",
      headers: {
        origin: appUrl,
        "x-client": client,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(sent.body !== undefined && { "content-type": "application/json" }),
        ...sent.headers,
      },
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      cookieLines.push(line);
      const [pair = ""] = line.split("; ");
      const at = pair.indexOf("=");
      if (/; Max-Age=0(;|$)/.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  return {
    /** Every Set-Cookie header that came. */
    cookieLines,
    get: (path: string, headers?: Record<string, string>) =>
      send("GET", path, headers ? { headers } : {}),
    post: (path: string, body: unknown, headers?: Record<string, string>) =>
      send("POST", path, headers ? { body, headers } : { body }),
  };
}
