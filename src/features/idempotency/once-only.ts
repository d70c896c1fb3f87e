import { createHash } from "node:crypto";
import type { Prisma } from "@/db/generated/client";
import type { PlainTx } from "@/db/plain-transaction";
import { type Result, refused } from "@/domain/result";
import type { OpenSession } from "@/features/access/open-session";
import type { Services } from "@/server/services";

/**
 * Runs `work` once per Idempotency-Key and person (S16): the same key with the same body gives the first answer again,
 * with another body `idempotency_key_reused`. A second request waits for the first one's transaction on the key's row.
 * Only successes are kept: after a refusal the same key may be tried again. Without a key, `work` just runs.
 */
export async function onceOnly<T extends Prisma.InputJsonValue, Reason extends string>(
  tx: PlainTx,
  services: Services,
  actor: Pick<OpenSession, "practiceId" | "personId">,
  operation: string,
  input: unknown,
  work: () => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason | "idempotency_key_reused">> {
  const key = services.request.idempotencyKey;
  if (key === undefined) return work();
  const { practiceId, personId } = actor;
  const digest = createHash("sha256")
    .update(JSON.stringify([operation, input]))
    .digest();
  const inserted = await tx.$executeRaw`
    insert into tenant.idempotency_key (practice_id, person_id, key, route, body_digest, created_at, expires_at)
    values (${practiceId}::uuid, ${personId}::uuid, ${key}, ${operation}, ${digest}, app_now(), app_now() + interval '24 hours')
    on conflict (practice_id, person_id, key) do nothing`;
  if (inserted === 0) {
    const [first] = await tx.$queryRaw<{ digest: Uint8Array; answer: unknown }[]>`
      select body_digest as digest, answer from tenant.idempotency_key
      where practice_id = ${practiceId}::uuid and person_id = ${personId}::uuid and key = ${key}`;
    if (!first || !digest.equals(first.digest)) return refused("idempotency_key_reused");
    // Rows without an answer do not outlive their transaction: see below.
    return { ok: true, value: first.answer as T };
  }
  const result = await work();
  if (result.ok)
    await tx.$executeRaw`
      update tenant.idempotency_key set answer = ${JSON.stringify(result.value)}::jsonb
      where practice_id = ${practiceId}::uuid and person_id = ${personId}::uuid and key = ${key}`;
  else
    await tx.$executeRaw`
      delete from tenant.idempotency_key
      where practice_id = ${practiceId}::uuid and person_id = ${personId}::uuid and key = ${key}`;
  return result;
}
