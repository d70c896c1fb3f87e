import type { Role } from "@/db/generated/enums";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import { homeOf, type VisitorActor } from "../actors";
import type { Proof } from "../codes/try-proof";
import { LONGEST_COOKIE_SECONDS, practiceCookie, type SetCookie } from "../cookies";
import type { Membership } from "../memberships";
import { throughNextAuth } from "../nextauth";
import { type LoggedIn, type RedeemRefusal, redeemChallenge } from "./redeem-challenge";

export type SignInRefusal = RedeemRefusal | "csrf";

export interface SignedIn {
  /** The area the person lands in (R11). */
  readonly url: string;
  readonly role: Role;
  readonly memberships: readonly Membership[];
  readonly cookies: readonly SetCookie[];
}

/** The second factor, through next-auth's callback (S10). Its cookies carry the session; the challenge's one goes. */
export async function signIn(
  services: Services,
  visitor: VisitorActor,
  input: Proof & { readonly csrfToken: string },
): Promise<Result<SignedIn, SignInRefusal>> {
  const redeemed: { result: Result<LoggedIn, SignInRefusal> } = { result: refused("csrf") };
  const door = {
    method: "POST",
    path: ["callback", "credentials"],
    csrfToken: input.csrfToken,
  } as const;
  const answer = await throughNextAuth(services, visitor, door, {
    async redeem() {
      const result = await redeemChallenge(services, visitor, input);
      redeemed.result = result;
      return result.ok
        ? { personId: result.value.personId, token: result.value.sessionToken }
        : null;
    },
  });
  const { result } = redeemed;
  if (!result.ok) return result;
  const { role, memberships, browserToken, practiceShortName, language } = result.value;
  return ok({
    url: homeOf(role),
    role,
    memberships,
    cookies: [
      ...answer.cookies,
      { name: "challenge", value: "" },
      { name: "browser", value: browserToken, maxAgeSeconds: LONGEST_COOKIE_SECONDS },
      practiceCookie(practiceShortName),
      { name: "language", value: language, maxAgeSeconds: LONGEST_COOKIE_SECONDS },
    ],
  });
}
