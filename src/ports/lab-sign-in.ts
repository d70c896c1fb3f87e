import type { Temporal } from "temporal-polyfill";
import type { Result } from "@/domain/result";

/** A lab's own sign-in, and as what Archway is registered there. */
export interface LabSignInAt {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the lab sends the person back to. */
  readonly redirectUri: string;
}

/** A sign-in under way; all but `redirectTo` is secret until the person comes back. */
export interface LabSignInStarted {
  readonly redirectTo: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface LabTokens {
  readonly accessToken: string;
  readonly accessTokenLivesSeconds: number;
  /** Good for one renewal, which answers the next one. */
  readonly refreshToken: string;
}

export interface LabSignedIn extends LabTokens {
  /** The person's name at the lab, where it says one. */
  readonly userName: string | null;
  /** When the lab saw the password (`auth_time`); whole seconds. */
  readonly authenticatedAt: Temporal.Instant;
}

/**
 * refused: nobody signed in, or the answer does not belong to the question (`detail.code`). transient: the lab did not
 * answer as it should; begin again later.
 */
export type LabSignInRefusal = "refused" | "transient";

/** unauthorized: only a new sign-in helps (`invalid_grant`). transient: it may help to try again (S18). */
export type LabRenewalRefusal = "unauthorized" | "transient";

/** Signing in at an aligner lab by OpenID Connect (R42): the lab's password never reaches Archway. */
export interface LabSignInPort {
  /** Code flow with PKCE, state and nonce; the lab asks for the password even of somebody signed in there. */
  begin(at: LabSignInAt): Promise<Result<LabSignInStarted, "transient">>;
  /** `answer`: the address the person came back to, with its query. */
  finish(
    at: LabSignInAt,
    started: Omit<LabSignInStarted, "redirectTo">,
    answer: URL,
  ): Promise<Result<LabSignedIn, LabSignInRefusal>>;
  renew(at: LabSignInAt, refreshToken: string): Promise<Result<LabTokens, LabRenewalRefusal>>;
  /** Ends what a sign-in gave; a token that is over already is fine. */
  revoke(at: LabSignInAt, refreshToken: string): Promise<Result<null, "transient">>;
}
