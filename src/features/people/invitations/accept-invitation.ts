import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { findToken, type TokenRefusal } from "@/features/access/find-token";
import { lockLoginRow } from "@/features/access/lock-login";
import type { Services } from "@/server/services";
import { invitedLogin } from "./find-invitation";
import { joinPractice } from "./join-practice";

interface Accepted {
  readonly practiceName: string;
  readonly loginName: string;
}

/**
 * R12: who works elsewhere already takes up a further practice with the login they have, by the mailed link alone; nobody
 * is logged in by it. A link for somebody without a login, or used, replaced or old, opens nothing here.
 */
export async function acceptInvitation(
  services: Services,
  _visitor: unknown,
  { token }: { readonly token: string },
): Promise<Result<Accepted, TokenRefusal>> {
  const found = await findToken(services, "first_admin", token);
  if (!found.ok) return found;
  const { practiceId, loginId } = found.value;
  return inPracticeOrNothing<Result<Accepted, TokenRefusal>>(
    services.db,
    practiceId,
    async (tx) => {
      await lockLoginRow(tx, loginId);
      const identity = identityIn(tx);
      const still = await findToken(services, "first_admin", token, identity);
      if (!still.ok) return still;
      const invited = await invitedLogin(services, token, identity);
      if (!invited) return refused("link_unknown");
      const { tokenId, invitationId, personId, practiceName, loginName } = invited;
      const joined = await joinPractice(tx, services, {
        practiceId,
        invitationId,
        loginId,
        personId,
      });
      if (!joined.ok) throw new RolledBack(joined);
      await identity.token.update({
        where: { id: tokenId },
        data: { usedAt: fromInstant(services.now) },
        select: { id: true },
      });
      return ok({ practiceName, loginName });
    },
  );
}
