import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { type SealBinding, seal } from "@/security/sealing";
import { tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";
import { issuerOf, labSignInAt } from "./lab-client";
import type { ReEnable } from "./schema";

const SIGN_IN_MINUTES = 10;

export type ReEnableRefusal = "not_found" | "disabled" | "lab_unreachable" | "lab_not_registered";

export const signInBinding = (id: string): SealBinding => ({
  table: "lab_sign_in",
  column: "sealed",
  rowId: id,
});

/**
 * Begins a sign-in at a lab for the orthodontist's own connection (R42): answers where the browser goes next. What the
 * answer must prove is kept sealed, for this session and ten minutes. Refusals: `not_found` (no such lab at this
 * practice, or nobody's diary behind the login), `disabled`, `lab_unreachable`, `lab_not_registered`.
 */
export async function reEnableIntegration(
  services: Services,
  actor: ClinicActor,
  { id: labId, returnTo }: ReEnable,
): Promise<Result<{ redirectTo: string }, ReEnableRefusal>> {
  const { practiceId, personId, sessionId } = actor;
  const found = await inPractice(services.db, practiceId, async (tx) => {
    const [practitioner, enabled, lab] = [
      await tx.practitioner.findFirst({
        where: { practiceId, personId, archivedAt: null },
        select: { id: true },
      }),
      await tx.practiceLab.findFirst({ where: { practiceId, labId, disabledAt: null } }),
      await tx.lab.findUnique({ where: { id: labId } }),
    ];
    if (!practitioner || !enabled || !lab) return null;
    const whose = { practiceId, practitionerId: practitioner.id, labId };
    const connection = await tx.labConnection.upsert({
      where: { practiceId_practitionerId_labId: whose },
      create: { ...whose, id: services.random.uuid(), createdAt: fromInstant(services.now) },
      update: {},
      select: { id: true, disabledAt: true },
    });
    return { lab, connection };
  });
  if (!found) return refused("not_found");
  const { lab, connection } = found;
  if (connection.disabledAt !== null) return refused("disabled");
  const issuer = await issuerOf(services, lab);
  if (!issuer.ok) return issuer;
  const at = labSignInAt(services, lab.key, issuer.value);
  if (!at) return refused("lab_not_registered");
  const begun = await services.labSignIn.begin(at);
  if (!begun.ok) return refused("lab_unreachable");
  const { redirectTo, state, nonce, codeVerifier } = begun.value;
  const id = services.random.uuid();
  const secret = JSON.stringify({ issuer: issuer.value, nonce, codeVerifier });
  await inPractice(services.db, practiceId, async (tx) => {
    await tx.labSignIn.deleteMany({
      where: {
        practiceId,
        connectionId: connection.id,
        expiresAt: { lt: fromInstant(services.now.subtract({ hours: 24 })) },
      },
    });
    await tx.labSignIn.create({
      data: {
        practiceId,
        id,
        connectionId: connection.id,
        personId,
        sessionId,
        stateDigest: tokenDigest(state),
        sealed: seal(services.env.sealingKeys, services.random, signInBinding(id), secret),
        returnTo: returnTo ?? null,
        createdAt: fromInstant(services.now),
        expiresAt: fromInstant(services.now.add({ minutes: SIGN_IN_MINUTES })),
      },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "lab_sign_in.begun",
      practiceId,
      objectKind: "lab_connection",
      objectId: connection.id,
      detail: { lab: lab.name },
    });
  });
  return ok({ redirectTo });
}
