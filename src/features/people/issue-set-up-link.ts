import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { lockLoginRow } from "@/features/access/lock-login";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";

/** S22, as S9: how long a set-up link works. */
export const SET_UP_HOURS = 24;

export interface SetUpLink {
  /** Shown once; its SHA-256 is kept. */
  readonly token: string;
  readonly expiresAt: Services["now"];
}

/** A login's one set-up link, or the one link of an invitation (`subjectId`); an older one dies. */
export async function issueSetUpLink(
  tx: Tx,
  { now, random }: Services,
  login: { readonly loginId: string; readonly practiceId: string; readonly subjectId?: string },
): Promise<SetUpLink> {
  const identity = identityIn(tx);
  const own = { ...login, purpose: "first_admin" } as const;
  // Two commands at once: the second waits here and replaces the first one's link.
  await lockLoginRow(tx, login.loginId);
  await identity.token.updateMany({
    where: {
      ...(login.subjectId === undefined
        ? { loginId: login.loginId }
        : { subjectId: login.subjectId }),
      purpose: own.purpose,
      usedAt: null,
      replacedAt: null,
    },
    data: { replacedAt: fromInstant(now) },
  });
  const { token, digest } = newToken(random);
  const expiresAt = now.add({ hours: SET_UP_HOURS });
  await identity.token.create({
    data: {
      ...own,
      id: random.uuid(),
      digest,
      createdAt: fromInstant(now),
      expiresAt: fromInstant(expiresAt),
    },
    select: { id: true },
  });
  return { token, expiresAt };
}
