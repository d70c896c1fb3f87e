import { ok, type Result } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { ownFactors } from "./own-factors";

/** One's own factors for other programs; never a secret. */
export async function listFactors(services: Services, actor: SessionActor) {
  const { factors, recoveryCodesLeft } = await ownFactors(services, actor);
  const items = factors.map(({ addedAt, lastUsedAt, ...factor }) => ({
    ...factor,
    addedAt: addedAt.toString(),
    lastUsedAt: lastUsedAt?.toString() ?? null,
  }));
  const listed: Result<unknown, never> = ok({ items, next: null, recoveryCodesLeft });
  return listed;
}
