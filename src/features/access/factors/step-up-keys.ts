import { lockCounterKey } from "@/security/known-browser";
import type { Services } from "@/server/services";
import type { BrowserActor } from "../actors";
import { knownBrowserOf } from "../lock/known-browser-of";
import { type LockKeys, lockKeys } from "../lock/lock-counter";

/** The streak that wrong codes of a session's step-up count towards: the login's in this browser (S5). */
export async function stepUpKeys(services: Services, actor: BrowserActor): Promise<LockKeys> {
  const { hmacKey } = services.env;
  const browser = await knownBrowserOf(services, actor.cookies, actor.loginId);
  return lockKeys(hmacKey, lockCounterKey(hmacKey, { loginId: actor.loginId }, browser));
}
