import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { Factor } from "@/domain/access/factors";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import { type CodeRefusal, countTry } from "../codes/try-code";
import type { FactorChallenge } from "../login/factor-challenge";
import type { Assertion, PasskeyRequest } from "./passkey-schema";

const CHALLENGE_BYTES = 32;

/** The site passkeys belong to: from APP_URL alone, never from a header (R13). */
export function relyingParty({ env }: Pick<Services, "env">): { id: string; origin: string } {
  const { hostname, origin } = new URL(env.appUrl);
  return { id: hostname, origin };
}

export function newPasskeyChallenge({ random }: Services): Uint8Array<ArrayBuffer> {
  return new Uint8Array(random.bytes(CHALLENGE_BYTES));
}

/** What the browser asks its authenticators with; the new challenge takes an older one's place. */
export async function offerPasskeys(
  services: Services,
  challenge: Pick<FactorChallenge, "id" | "login">,
): Promise<PasskeyRequest> {
  const { db } = services;
  const passkeys = await identityOf(db).factor.findMany({
    where: { loginId: challenge.login.id, kind: "passkey", confirmedAt: { not: null } },
    select: { passkeyId: true, passkeyTransports: true },
  });
  const sought = newPasskeyChallenge(services);
  await identityOf(db).loginChallenge.updateMany({
    where: { id: challenge.id, usedAt: null },
    data: { passkeyChallenge: sought },
  });
  return generateAuthenticationOptions({
    rpID: relyingParty(services).id,
    challenge: sought,
    userVerification: "required",
    allowCredentials: passkeys.flatMap(({ passkeyId, passkeyTransports }) =>
      passkeyId ? [{ id: base64url(passkeyId), transports: passkeyTransports }] : [],
    ),
  });
}

/**
 * Whether an assertion proves the challenge's login. The challenge is taken away before anything is compared, so that it
 * is answered once; a counter that did not grow speaks of a copied passkey and is refused. Refusal: `wrong_passkey`.
 */
export async function tryPasskey(
  services: Services,
  challenge: FactorChallenge,
  assertion: Assertion,
): Promise<Result<Factor, CodeRefusal>> {
  const counted = await countTry(services, challenge);
  if (!counted.ok) return counted;
  const wrong = refused("wrong_passkey" as const);
  const sought = await takeChallenge(services, challenge.id);
  const passkey = await identityOf(services.db).factor.findFirst({
    where: {
      loginId: challenge.login.id,
      kind: "passkey",
      confirmedAt: { not: null },
      passkeyId: new Uint8Array(Buffer.from(assertion.id, "base64url")),
    },
    select: {
      id: true,
      passkeyId: true,
      passkeyPublicKey: true,
      passkeyCounter: true,
    },
  });
  if (!sought || !passkey?.passkeyId || !passkey.passkeyPublicKey) return wrong;
  const newCounter = await verifiedCounter(services, assertion, sought, {
    id: base64url(passkey.passkeyId),
    publicKey: new Uint8Array(passkey.passkeyPublicKey),
    counter: Number(passkey.passkeyCounter ?? 0),
  });
  if (newCounter === null) return wrong;
  return (await countUse(services, passkey.id, newCounter)) ? ok("passkey") : wrong;
}

async function takeChallenge({ db }: Services, id: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ sought: Uint8Array | null }>(
    `with taken as (select id, passkey_challenge from identity.login_challenge where id = $1 for update)
     update identity.login_challenge c set passkey_challenge = null from taken
     where c.id = taken.id returning taken.passkey_challenge as sought`,
    [id],
  );
  const sought = rows[0]?.sought;
  return sought ? base64url(sought) : null;
}

async function verifiedCounter(
  services: Services,
  assertion: Assertion,
  sought: string,
  credential: { id: string; publicKey: Uint8Array<ArrayBuffer>; counter: number },
): Promise<number | null> {
  const party = relyingParty(services);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: assertion,
      expectedChallenge: sought,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential,
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for whatever does not fit: origin, challenge, signature, counter, malformed bytes.
    return null;
  }
}

/** Two assertions at once cannot both count; authenticators without a counter always say 0. */
async function countUse(
  { db, now }: Services,
  factorId: string,
  newCounter: number,
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `update identity.factor set passkey_counter = $2, last_used_at = $3
     where id = $1 and (passkey_counter < $2 or (passkey_counter = 0 and $2 = 0))`,
    [factorId, newCounter, fromInstant(now)],
  );
  return rowCount === 1;
}

export function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}
