import type { Tx } from "@/db/client";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import {
  beginPasskey,
  type ConfirmPasskeyRefusal,
  confirmPasskey,
  type PasskeyBegun,
} from "@/features/access/factors/enrol-passkey";
import {
  type AuthenticatorBegun,
  beginTotp,
  type ConfirmTotpRefusal,
  confirmTotp,
} from "@/features/access/factors/enrol-totp";
import { queueFactorNotice } from "@/features/access/factors/factor-notice";
import type { Attestation } from "@/features/access/factors/passkey-schema";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

type Label = { readonly label?: string | undefined };
type Added = { readonly id: string };

/** R13: begins an authenticator of one's own. Refusal: `too_many_factors`. */
export function addAuthenticator(
  services: Services,
  actor: SessionActor,
  { label }: Label,
): Promise<Result<AuthenticatorBegun, "too_many_factors">> {
  return inPracticeOrNothing<Result<AuthenticatorBegun, "too_many_factors">>(
    services.db,
    actor.practiceId,
    (tx) => beginTotp(tx, services, enrolling(actor), label ?? null),
  );
}

/** R13: a code of the new authenticator makes it count. Another's id, or one begun too long ago: `not_found`. */
export function confirmAuthenticator(
  services: Services,
  actor: SessionActor,
  input: { readonly id: string; readonly code: string },
): Promise<Result<Added, ConfirmTotpRefusal>> {
  return inPracticeOrNothing<Result<Added, ConfirmTotpRefusal>>(
    services.db,
    actor.practiceId,
    async (tx) => {
      const proved = await confirmTotp(tx, services, actor.loginId, input);
      if (!proved.ok) throw new RolledBack(proved);
      return added(tx, services, actor, proved.value.id, "totp");
    },
  );
}

/** R13: begins a passkey of one's own. */
export function addPasskey(
  services: Services,
  actor: SessionActor,
  { label }: Label,
): Promise<Result<PasskeyBegun, "too_many_factors">> {
  return inPracticeOrNothing<Result<PasskeyBegun, "too_many_factors">>(
    services.db,
    actor.practiceId,
    (tx) => beginPasskey(tx, services, enrolling(actor), label ?? null),
  );
}

/** R13: what the browser made becomes a passkey. */
export function confirmOwnPasskey(
  services: Services,
  actor: SessionActor,
  input: { readonly id: string; readonly attestation: Attestation },
): Promise<Result<Added, ConfirmPasskeyRefusal>> {
  return inPracticeOrNothing<Result<Added, ConfirmPasskeyRefusal>>(
    services.db,
    actor.practiceId,
    async (tx) => {
      const proved = await confirmPasskey(tx, services, actor.loginId, input);
      if (!proved.ok) throw new RolledBack(proved);
      return added(tx, services, actor, proved.value.id, "passkey");
    },
  );
}

function enrolling(actor: SessionActor) {
  return { loginId: actor.loginId, loginName: actor.loginName, issuer: actor.practiceName };
}

async function added(
  tx: Tx,
  services: Services,
  actor: SessionActor,
  id: string,
  kind: "totp" | "passkey",
): Promise<Result<Added, never>> {
  await recordAudit(tx, services, auditActor(actor), {
    action: "factor.added",
    practiceId: actor.practiceId,
    objectKind: "factor",
    objectId: id,
    detail: { factor: kind },
  });
  await queueFactorNotice(tx, services, actor.loginId, "factor_added");
  return ok({ id });
}
