import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  type TokenEndpointResponse,
  tokenRevocation,
} from "openid-client";
import { Temporal } from "temporal-polyfill";
import { ok, refused } from "@/domain/result";
import { isSecureOrigin } from "@/lib/secure-origin";
import type { LabSignInAt, LabSignInPort, LabTokens } from "@/ports/lab-sign-in";

const NINETY_DAYS_SECONDS = 90 * 24 * 60 * 60;
/** What a lab that does not say it is taken to mean. */
const UNSAID_LIFE_SECONDS = 5 * 60;
const scope = "openid profile offline_access cases";

/** A lab's sign-in over OpenID Connect; only for labs on this machine without https. */
export function openidLabSignIn({ timeoutSeconds = 15 } = {}): LabSignInPort {
  async function configured({ issuer, clientId, clientSecret }: LabSignInAt) {
    const url = new URL(issuer);
    const isOpen = !isSecureOrigin({ appUrl: issuer });
    if (isOpen && !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname))
      throw new Error("a lab's sign-in elsewhere needs https");
    return discovery(url, clientId, clientSecret, undefined, {
      timeout: timeoutSeconds,
      execute: isOpen ? [allowInsecureRequests] : [],
    });
  }
  return {
    begin: async (at) => {
      const config = await configured(at).catch(asTransient);
      if (!config) return refused("transient");
      const codeVerifier = randomPKCECodeVerifier();
      const started = { state: randomState(), nonce: randomNonce(), codeVerifier };
      const redirectTo = buildAuthorizationUrl(config, {
        redirect_uri: at.redirectUri,
        scope,
        state: started.state,
        nonce: started.nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        prompt: "login",
        // With it the lab must say when the password was seen (`auth_time`).
        max_age: String(NINETY_DAYS_SECONDS),
      });
      return ok({ redirectTo: redirectTo.href, ...started });
    },
    finish: async (at, { state, nonce, codeVerifier }, answer) => {
      const config = await configured(at).catch(asTransient);
      if (!config) return refused("transient");
      try {
        const given = await authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          maxAge: NINETY_DAYS_SECONDS,
          idTokenExpected: true,
        });
        const claims = given.claims();
        const tokens = tokensOf(given);
        if (!tokens || claims?.auth_time === undefined)
          return refused("refused", { code: "answer_incomplete" });
        const userName = claims.preferred_username;
        return ok({
          ...tokens,
          userName: typeof userName === "string" ? userName : null,
          authenticatedAt: Temporal.Instant.fromEpochMilliseconds(claims.auth_time * 1000),
        });
      } catch (error) {
        if (error instanceof AuthorizationResponseError)
          return refused("refused", { code: error.error });
        if (error instanceof ResponseBodyError)
          return error.status >= 500
            ? refused("transient")
            : refused("refused", { code: error.error });
        return isUnanswered(error)
          ? refused("transient")
          : refused("refused", { code: "answer_does_not_fit" });
      }
    },
    renew: async (at, refreshToken) => {
      const config = await configured(at).catch(asTransient);
      if (!config) return refused("transient");
      try {
        const tokens = tokensOf(await refreshTokenGrant(config, refreshToken), refreshToken);
        return tokens ? ok(tokens) : refused("transient");
      } catch (error) {
        const isOver = error instanceof ResponseBodyError && error.error === "invalid_grant";
        return isOver ? refused("unauthorized", { code: error.error }) : refused("transient");
      }
    },
    revoke: async (at, refreshToken) => {
      const config = await configured(at).catch(asTransient);
      if (!config) return refused("transient");
      try {
        await tokenRevocation(config, refreshToken);
        return ok(null);
      } catch {
        return refused("transient");
      }
    },
  };
}

function tokensOf(given: TokenEndpointResponse, former?: string): LabTokens | null {
  const refreshToken = given.refresh_token ?? former;
  if (refreshToken === undefined) return null;
  return {
    accessToken: given.access_token,
    accessTokenLivesSeconds: given.expires_in ?? UNSAID_LIFE_SECONDS,
    refreshToken,
  };
}

/** A lab that cannot be read now is asked again later; what is wrong with our own configuration is thrown on. */
function asTransient(error: unknown): Configuration | null {
  if (error instanceof Error && error.message.startsWith("a lab's sign-in")) throw error;
  return null;
}

/** Neither an answer nor one that was judged: the network, or the time was over. */
function isUnanswered(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return error instanceof TypeError || code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT";
}
