import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import type { Enrolling } from "./enrol-totp";
import type { Attestation } from "./passkey-schema";
import { base64url, newPasskeyChallenge, relyingParty } from "./passkeys";
import { pendingFactor, roomForFactor } from "./pending-factor";

export interface PasskeyBegun {
  readonly id: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON;
}

/** Begins a passkey (R13): what the browser makes one with. User verification is required, attestation is not. */
export async function beginPasskey(
  tx: Tx,
  services: Services,
  { loginId, loginName, issuer }: Enrolling,
  label: string | null,
): Promise<Result<PasskeyBegun, "too_many_factors">> {
  const room = await roomForFactor(tx, loginId, "passkey");
  if (!room.ok) return room;
  const identity = identityIn(tx);
  const known = await identity.factor.findMany({
    where: { loginId, kind: "passkey", confirmedAt: { not: null } },
    select: { passkeyId: true, passkeyTransports: true },
  });
  const id = services.random.uuid();
  const sought = newPasskeyChallenge(services);
  await identity.factor.create({
    data: {
      id,
      loginId,
      kind: "passkey",
      label,
      passkeyChallenge: sought,
      createdAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  const options = await generateRegistrationOptions({
    rpName: issuer,
    rpID: relyingParty(services).id,
    userName: loginName,
    // Nothing personal: an authenticator may keep it where others read it.
    userID: new Uint8Array(Buffer.from(loginId.replaceAll("-", ""), "hex")),
    challenge: sought,
    attestationType: "none",
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    excludeCredentials: known.flatMap(({ passkeyId, passkeyTransports }) =>
      passkeyId ? [{ id: base64url(passkeyId), transports: passkeyTransports }] : [],
    ),
  });
  return ok({ id, options });
}

export type ConfirmPasskeyRefusal = "not_found" | "passkey_refused";

/** What the browser made, checked against what was asked for. A passkey that somebody has already: `passkey_refused`. */
export async function confirmPasskey(
  tx: Tx,
  services: Services,
  loginId: string,
  input: { readonly id: string; readonly attestation: Attestation },
): Promise<Result<{ id: string }, ConfirmPasskeyRefusal>> {
  const pending = await pendingFactor(tx, services, loginId, "passkey", input.id);
  if (!pending?.passkeyChallenge) return refused("not_found");
  const made = await verified(services, input.attestation, pending.passkeyChallenge);
  if (!made) return refused("passkey_refused");
  const at = fromInstant(services.now);
  const taken = await identityIn(tx).factor.count({ where: { passkeyId: made.passkeyId } });
  if (taken > 0) return refused("passkey_refused");
  await identityIn(tx).factor.update({
    where: { id: pending.id },
    data: { ...made, passkeyChallenge: null, confirmedAt: at },
    select: { id: true },
  });
  return ok({ id: pending.id });
}

async function verified(services: Services, attestation: Attestation, sought: Uint8Array) {
  const party = relyingParty(services);
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: attestation,
      expectedChallenge: base64url(sought),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    if (!registrationInfo) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    return {
      passkeyId: new Uint8Array(Buffer.from(id, "base64url")),
      passkeyPublicKey: new Uint8Array(publicKey),
      passkeyCounter: BigInt(counter),
      passkeyTransports: transports ?? [],
    };
  } catch {
    // The library throws for whatever does not fit: origin, challenge, site, malformed bytes.
    return null;
  }
}
