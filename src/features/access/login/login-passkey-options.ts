import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";
import { factorLogin } from "../factors/factor-login";
import type { PasskeyRequest } from "../factors/passkey-schema";
import { offerPasskeys } from "../factors/passkeys";
import { type ChallengeRefusal, openChallenge } from "./open-challenge";

export type PasskeyOptionsRefusal = ChallengeRefusal | "locked" | "factor_unknown";

/** What the browser asks its authenticators with, for the login under way (R13); every call makes a new challenge. */
export async function loginPasskeyOptions(
  services: Services,
  visitor: VisitorActor,
): Promise<Result<PasskeyRequest, PasskeyOptionsRefusal>> {
  const opened = await openChallenge(services, visitor);
  if (!opened.ok) return opened;
  const login = await factorLogin(services, opened.value.login.id);
  if (!login?.factors.includes("passkey")) return refused("factor_unknown");
  return ok(await offerPasskeys(services, opened.value));
}
