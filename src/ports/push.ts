import type { Result } from "@/domain/result";

/** A browser's subscription, as its push service gave it. */
export interface PushTarget {
  readonly endpoint: string;
  /** Base64url: the browser's public key, and a secret it shares with us alone. */
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export interface Push {
  readonly target: PushTarget;
  /** JSON of a kilobyte at most; encrypted for the browser, unreadable to the push service. */
  readonly payload: string;
  /** A push with the same topic that still waits at the service is replaced: at most 32 of base64url. */
  readonly topic: string;
  /** How long the service keeps it for a browser that is off. */
  readonly keepSeconds: number;
}

/**
 * gone: the browser no longer wants any. refused: this push will never be taken. unauthorized: our key is wrong.
 * unreachable: certainly not taken, try later. unclear: it may have been; repeat with the same topic (S17).
 */
export type PushRefusal = "gone" | "refused" | "unauthorized" | "unreachable" | "unclear";

export interface PushPort {
  send(push: Push): Promise<Result<null, PushRefusal>>;
}
