import webPushMessages from "web-push";
import { isPushEndpoint } from "@/domain/notifications/push-endpoint";
import { ok, type Result, refused } from "@/domain/result";
import { exchange, retryAfterSeconds } from "@/lib/http-exchange";
import type { Push, PushPort, PushRefusal } from "@/ports/push";

export interface WebPushOptions {
  /** The pair that signs (RFC 8292), as base64url. */
  readonly privateKey: string;
  readonly publicKey: string;
  /** An https or mailto address, for the push service's people. */
  readonly subject: string;
  /** Lets addresses of this machine through; the demo and tests alone. */
  readonly loopback: boolean;
  /** For the whole exchange; 15 s by default, well below a delivery's lease of 60 s. */
  readonly timeoutMs?: number;
}

/** Web push (RFC 8030), encrypted for the browser (RFC 8291) and signed (RFC 8292). Redirects are not followed. */
export function webPush(options: WebPushOptions): PushPort {
  const { loopback, timeoutMs = 15_000 } = options;
  return {
    send: async (push) => {
      if (!isPushEndpoint(push.target.endpoint, { loopback })) return refused("refused");
      const request = sealed(push, options);
      if (request === null) return refused("refused");
      const answer = await exchange(new URL(push.target.endpoint), {
        method: "POST",
        ...request,
        timeoutMs,
      });
      if (answer.outcome === "unsent") return refused("unreachable");
      if (answer.outcome === "unanswered") return refused("unclear");
      return verdict(answer.status, answer.headers);
    },
  };
}

function verdict(status: number, headers: Headers): Result<null, PushRefusal> {
  const wait = retryAfterSeconds(headers);
  const detail = { status, ...(wait !== undefined && { retryAfterSeconds: wait }) };
  if (status >= 200 && status < 300) return ok(null);
  if (status === 404 || status === 410) return refused("gone", detail);
  if (status === 401 || status === 403) return refused("unauthorized", detail);
  return refused(status === 429 || status >= 500 ? "unreachable" : "refused", detail);
}

/** Null for keys that are no keys: a browser's, so anything may be in them. */
function sealed({ target, payload, topic, keepSeconds }: Push, options: WebPushOptions) {
  const { subject, privateKey, publicKey } = options;
  try {
    const { headers, body } = webPushMessages.generateRequestDetails(target, payload, {
      vapidDetails: { subject, publicKey, privateKey },
      contentEncoding: "aes128gcm",
      TTL: keepSeconds,
      topic,
      urgency: "normal",
    });
    const said = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    // fetch counts the body itself.
    const kept = said.filter(([name]) => name?.toLowerCase() !== "content-length");
    return { headers: Object.fromEntries(kept), body: new Uint8Array(body ?? []) };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
