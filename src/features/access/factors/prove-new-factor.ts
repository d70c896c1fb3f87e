import type { Tx } from "@/db/client";
import type { Result } from "@/domain/result";
import type { Services } from "@/server/services";
import { type ConfirmPasskeyRefusal, confirmPasskey } from "./enrol-passkey";
import { type ConfirmTotpRefusal, confirmTotp } from "./enrol-totp";
import type { Attestation } from "./passkey-schema";

export type ProveNewFactorRefusal = ConfirmTotpRefusal | ConfirmPasskeyRefusal;

/** The first code of the authenticator app, or what the browser made as a passkey; `id` is what was begun. */
export interface NewFactorProof {
  readonly id: string;
  readonly code?: string | undefined;
  readonly attestation?: Attestation | undefined;
}

/** Proves whichever of the two a link's owner chose (R13). Refusals: those of the kind. */
export function proveNewFactor(
  tx: Tx,
  services: Services,
  loginId: string,
  { id, code, attestation }: NewFactorProof,
): Promise<Result<{ id: string }, ProveNewFactorRefusal>> {
  return attestation
    ? confirmPasskey(tx, services, loginId, { id, attestation })
    : confirmTotp(tx, services, loginId, { id, code: code ?? "" });
}
