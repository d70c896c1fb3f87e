import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { toInstant } from "@/db/time";
import type { Services } from "@/server/services";

/** S8: a number that staff changed may not receive codes for 24 hours, nor serve to set a password by a login link. */
export async function isMobileUsable(
  tx: Tx,
  services: Pick<Services, "now">,
  loginId: string | null,
): Promise<boolean> {
  if (loginId === null) return true;
  const login = await identityIn(tx).login.findUnique({
    where: { id: loginId },
    select: { mobileUsableFromAt: true },
  });
  const from = login?.mobileUsableFromAt ?? null;
  return from === null || Temporal.Instant.compare(toInstant(from), services.now) <= 0;
}
