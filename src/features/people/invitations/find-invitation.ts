import type { Role } from "@/db/generated/enums";
import { type IdentityTx, identityOf } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import { findToken } from "@/features/access/find-token";
import type { Services } from "@/server/services";

export interface OpenInvitation {
  readonly tokenId: string;
  readonly invitationId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly loginId: string;
  readonly personId: string;
  readonly loginName: string;
  readonly role: Role;
}

/** An invitation for a login that works already: there is nothing to set up, only to accept. Null: no such one. */
export async function findInvitation(
  services: Services,
  token: string,
): Promise<OpenInvitation | null> {
  const found = await invitedLogin(services, token);
  if (!found) return null;
  const { practiceId, invitationId } = found;
  const invitation = await inPractice(services.db, practiceId, (tx) =>
    tx.invitation.findUnique({
      where: { practiceId_id: { practiceId, id: invitationId } },
      select: { role: true },
    }),
  );
  return invitation && { ...found, role: invitation.role };
}

/** The same without the role: what its token alone says, within a transaction too. */
export async function invitedLogin(
  services: Pick<Services, "db" | "now">,
  token: string,
  identity: IdentityTx = identityOf(services.db),
): Promise<Omit<OpenInvitation, "role"> | null> {
  const found = await findToken(services, "first_admin", token, identity);
  if (!found.ok || found.value.subjectId === null) return null;
  const { id: tokenId, practiceId, loginId, subjectId: invitationId } = found.value;
  const login = await identity.login.findFirst({
    where: { id: loginId, status: "active" },
    select: { personId: true, loginName: true },
  });
  const practice = await identity.practice.findFirst({
    where: { id: practiceId, closedAt: null },
    select: { name: true },
  });
  if (!login || !practice) return null;
  return { tokenId, invitationId, practiceId, practiceName: practice.name, loginId, ...login };
}
