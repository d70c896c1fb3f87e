import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { typedCode } from "@/domain/access/one-time-code";
import { ok, type Result, refused } from "@/domain/result";
import { type QrPath, qrPath } from "@/lib/qr-path";
import { seal } from "@/security/sealing";
import type { Services } from "@/server/services";
import { pendingFactor, roomForFactor } from "./pending-factor";
import {
  authenticatorBinding,
  authenticatorUri,
  matchingStep,
  newAuthenticatorSecret,
  openAuthenticator,
} from "./totp";

/** Whose factor it becomes; `issuer` and `loginName` are what the app shows. */
export interface Enrolling {
  readonly loginId: string;
  readonly loginName: string;
  readonly issuer: string;
}

export interface AuthenticatorBegun {
  readonly id: string;
  /** Base32, to type where a picture cannot be read. */
  readonly secret: string;
  readonly uri: string;
  readonly picture: QrPath;
}

/** Begins an authenticator (R13): its secret is shown once, and it counts for nothing until a code of it was right. */
export async function beginTotp(
  tx: Tx,
  services: Services,
  { loginId, loginName, issuer }: Enrolling,
  label: string | null,
): Promise<Result<AuthenticatorBegun, "too_many_factors">> {
  const room = await roomForFactor(tx, loginId, "totp");
  if (!room.ok) return room;
  const { env, random, now } = services;
  const id = random.uuid();
  const secret = newAuthenticatorSecret(services);
  await identityIn(tx).factor.create({
    data: {
      id,
      loginId,
      kind: "totp",
      label,
      sealedSecret: seal(env.sealingKeys, random, authenticatorBinding(id), secret),
      createdAt: fromInstant(now),
    },
    select: { id: true },
  });
  const uri = authenticatorUri(secret, issuer, loginName);
  return ok({ id, secret, uri, picture: qrPath(uri) });
}

export type ConfirmTotpRefusal = "not_found" | "code_shape" | "wrong_new_code";

/** The first code proves the authenticator; its time-step counts as used (RFC 6238, 5.2). */
export async function confirmTotp(
  tx: Tx,
  services: Services,
  loginId: string,
  input: { readonly id: string; readonly code: string },
): Promise<Result<{ id: string }, ConfirmTotpRefusal>> {
  const code = typedCode(input.code);
  if (code === null) return refused("code_shape");
  const pending = await pendingFactor(tx, services, loginId, "totp", input.id);
  const secret = pending && openAuthenticator(services, pending);
  if (!pending || !secret) return refused("not_found");
  const step = matchingStep(secret, code, services.now);
  if (step === null) return refused("wrong_new_code");
  const at = fromInstant(services.now);
  await identityIn(tx).factor.update({
    where: { id: pending.id },
    data: { confirmedAt: at, lastUsedAt: at, lastTotpStep: step },
    select: { id: true },
  });
  return ok({ id: pending.id });
}
