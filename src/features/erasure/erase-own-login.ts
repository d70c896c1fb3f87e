import { inPractice } from "@/db/transaction";
import { foldLoginName } from "@/domain/access/login-name";
import { type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { lockLogin } from "@/features/access/lock-login";
import type { Services } from "@/server/services";
import { eraseLogin, type LoginErased } from "./erase-login";

export type EraseOwnRefusal = "login_name_differs" | "already_erased";

/**
 * S23: somebody deletes their own login as patient or guardian, with their login name typed to confirm. Refusals:
 * `login_name_differs`; `already_erased` a moment ago, by a second press or an admin.
 */
export async function eraseOwnLogin(
  services: Services,
  actor: SessionActor,
  { loginName }: { readonly loginName: string },
): Promise<Result<LoginErased, EraseOwnRefusal>> {
  if (foldLoginName(loginName) !== actor.loginName) return refused("login_name_differs");
  return inPractice<Result<LoginErased, EraseOwnRefusal>>(
    services.db,
    actor.practiceId,
    async (tx) => {
      const login = await lockLogin(tx, actor.loginId);
      const erased = login && (await eraseLogin(tx, services, actor, login));
      return erased?.ok ? erased : refused("already_erased");
    },
  );
}
