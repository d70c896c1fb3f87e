import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { LabAccess, LabRefusal } from "@/ports/lab";
import { openSealed, type SealBinding, seal } from "@/security/sealing";
import type { JobServices, Services } from "@/server/services";
import type { Followed } from "./followed";

const SECRET_BYTES = 32;

const binding = (connectionId: string): SealBinding => ({
  table: "lab_connection",
  column: "webhook_sealed_secret",
  rowId: connectionId,
});

/** With what the lab signs its reports to this connection; null: none was agreed, or its key is gone. */
export function reportSecret(
  { env }: Pick<Services, "env">,
  { id, webhookSealedSecret: sealed }: { id: string; webhookSealedSecret: Uint8Array | null },
): string | null {
  const opened = sealed && openSealed(env.sealingKeys, binding(id), sealed);
  return opened?.ok ? opened.value : null;
}

/**
 * Tells the lab once per sign-in where to post its reports. The secret is stored before the lab hears it, so that no
 * report comes that cannot be checked; without a registration the list is read all the same.
 */
export async function registerReports(
  services: JobServices,
  { practiceId, connectionId }: Followed,
  access: LabAccess,
): Promise<Result<null, LabRefusal>> {
  const { env, random, db } = services;
  const agreed = await inPractice(db, practiceId, async (tx) => {
    const [row] = await tx.$queryRaw<
      { sealed: Uint8Array | null; registeredAt: Date | null; labId: string }[]
    >`select webhook_sealed_secret as sealed, webhook_registered_at as "registeredAt", lab_id as "labId"
      from tenant.lab_connection
      where practice_id = ${practiceId}::uuid and id = ${connectionId}::uuid for update`;
    if (!row || row.registeredAt) return null;
    const { key } = await tx.lab.findUniqueOrThrow({
      where: { id: row.labId },
      select: { key: true },
    });
    const kept = reportSecret(services, { id: connectionId, webhookSealedSecret: row.sealed });
    if (kept !== null) return { key, secret: kept };
    const secret = Buffer.from(random.bytes(SECRET_BYTES)).toString("base64url");
    await tx.labConnection.updateMany({
      where: { practiceId, id: connectionId },
      data: {
        webhookSealedSecret: seal(env.sealingKeys, random, binding(connectionId), secret),
        webhookKeyId: env.sealingKeys.current.id,
      },
    });
    return { key, secret };
  });
  if (!agreed) return ok(null);
  const { key, secret } = agreed;
  const url = `${env.appUrl}/api/labs/${key}/reports/${connectionId}?practice=${practiceId}`;
  const registered = await services.outside.lab.registerWebhook(access, { url, secret });
  if (!registered.ok) return registered;
  await inPractice(db, practiceId, (tx) =>
    tx.labConnection.updateMany({
      where: { practiceId, id: connectionId },
      data: { webhookRegisteredAt: fromInstant(services.now) },
    }),
  );
  return ok(null);
}
