import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";

export interface MailAddress {
  readonly personId: string;
  readonly email: string;
  readonly language: string;
}

/** Where mail of the portal reaches these people: the verified address of an active login. Others are left out. */
export async function mailAddressesOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<MailAddress[]> {
  if (personIds.length === 0) return [];
  const logins = await identityIn(tx).login.findMany({
    where: { personId: { in: [...personIds] }, status: "active", emailVerifiedAt: { not: null } },
    select: { personId: true, email: true, person: { select: { language: true } } },
  });
  return logins.flatMap(({ personId, email, person }) =>
    email === null ? [] : [{ personId, email, language: person.language }],
  );
}
