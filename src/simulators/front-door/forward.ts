import type { HttpAnswer } from "../http/serve";

/** Asks another simulator on this machine the same question. 502 while it is starting. */
export function forward(port: number, { pathname, search }: URL): Promise<HttpAnswer> {
  return ask(port, `${pathname}${search}`, {});
}

/** Hands what a person wants of another simulator on to its own door. */
export function handOn(port: number, path: string, body: string): Promise<HttpAnswer> {
  return ask(port, path, { method: "POST", body });
}

async function ask(port: number, path: string, init: RequestInit): Promise<HttpAnswer> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      signal: AbortSignal.timeout(10_000),
    });
    return {
      status: response.status,
      headers: { "content-type": response.headers.get("content-type") ?? "application/json" },
      body: await response.text(),
    };
  } catch {
    return {
      status: 502,
      body: { error: { code: "unreachable", message: `nobody answers on port ${port}` } },
    };
  }
}
