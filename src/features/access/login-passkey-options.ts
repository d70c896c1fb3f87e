import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import type { VisitorActor } from "./actors";
import { type ChallengeRefusal, openChallenge } from "./open-challenge";
import { factorLogin } from "./own-factors";
import type { PasskeyRequest } from "./passkey-schema";
import { offerPasskeys } from "./passkeys";

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
