import { ok, type Result } from "@/domain/result";
import { openSealed } from "@/security/sealing";
import type { Services } from "@/server/services";
import type { LeasedDelivery } from "./lease-delivery";

/** The link token or code of a delivery, or null when it has none. Refused when its seal does not open. */
export function openSecret(
  { env }: Pick<Services, "env">,
  { id, sealedSecret }: Pick<LeasedDelivery, "id" | "sealedSecret">,
): Result<string | null, "unknown_key" | "broken_seal"> {
  if (sealedSecret === null) return ok(null);
  const binding = { table: "delivery", column: "sealed_secret", rowId: id };
  return openSealed(env.sealingKeys, binding, sealedSecret);
}
