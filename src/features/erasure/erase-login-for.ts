import { inPractice } from "@/db/transaction";
import { type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { lockLogin } from "@/features/access/lock-login";
import type { Services } from "@/server/services";
import { eraseLogin, type LoginErased } from "./erase-login";

export type EraseForRefusal = "not_found" | "own_login";

/**
 * S23: an admin deletes the login of a patient or guardian who asked for it, by phone for instance; the reason is kept.
 * Refusals: `not_found` for nobody of this practice, `own_login` (that is what one's own account is for).
 */
export function eraseLoginFor(
  services: Services,
  actor: ClinicActor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<LoginErased, EraseForRefusal>> {
  return inPractice<Result<LoginErased, EraseForRefusal>>(
    services.db,
    actor.practiceId,
    async (tx) => {
      if (id === actor.loginId) return refused("own_login");
      const login = await lockLogin(tx, id);
      if (!login?.memberships.some(({ practiceId }) => practiceId === actor.practiceId))
        return refused("not_found");
      return eraseLogin(tx, services, actor, login, { reason });
    },
  );
}
