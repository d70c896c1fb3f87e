import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import { lockLoginRow } from "../lock-login";

/** Minutes to prove a factor that was begun; until then it counts for nothing. */
export const ENROLMENT_MINUTES = 15;
/** Authenticators and passkeys of one login. */
const MOST_FACTORS = 10;

/** Makes room for one more: what was begun and never proved goes. Locks the login's row. */
export async function roomForFactor(
  tx: Tx,
  loginId: string,
  kind: "totp" | "passkey",
): Promise<Result<"room", "too_many_factors">> {
  const identity = identityIn(tx);
  await lockLoginRow(tx, loginId);
  await identity.factor.deleteMany({ where: { loginId, kind, confirmedAt: null } });
  const kept = await identity.factor.count({
    where: { loginId, kind: { in: ["totp", "passkey"] } },
  });
  return kept < MOST_FACTORS ? ok("room") : refused("too_many_factors");
}

/** What was begun within the last minutes, under the login's row lock; another's id answers like a missing one. */
export async function pendingFactor(
  tx: Tx,
  { now }: Services,
  loginId: string,
  kind: "totp" | "passkey",
  id: string,
) {
  await lockLoginRow(tx, loginId);
  return identityIn(tx).factor.findFirst({
    where: {
      id,
      loginId,
      kind,
      confirmedAt: null,
      createdAt: { gt: fromInstant(now.subtract({ minutes: ENROLMENT_MINUTES })) },
    },
    select: { id: true, sealedSecret: true, passkeyChallenge: true },
  });
}
