import { type IdentityTx, identityOf } from "@/db/identity";
import { ok, type Result, refused } from "@/domain/result";
import { findToken, type TokenRefusal } from "@/features/access/find-token";
import { selectLoginOwner } from "@/features/access/passwords/check-password";
import type { Services } from "@/server/services";

export type SetUpLinkRefusal = TokenRefusal;

const loginOfLink = {
  ...selectLoginOwner,
  id: true,
  personId: true,
  homePracticeId: true,
  status: true,
  person: { select: { ...selectLoginOwner.person.select, language: true } },
  credential: { select: { changedAt: true } },
} as const;

/** A login that waits for its owner to set it up, and the link that opens this. */
export type SetUp = Awaited<ReturnType<typeof loginWaiting>> & {};

export interface LiveSetUp {
  readonly tokenId: string;
  readonly createdAt: Date;
  /** The invitation it came with; null from the command line. */
  readonly invitationId: string | null;
  readonly login: SetUp;
}

/** The login a set-up link opens (S22). Looking uses nothing up. */
export async function findSetUp(
  services: Services,
  token: string,
  identity: IdentityTx = identityOf(services.db),
): Promise<Result<LiveSetUp, SetUpLinkRefusal>> {
  const found = await findToken(services, "first_admin", token, identity);
  if (!found.ok) return found;
  const { id: tokenId, createdAt, loginId, subjectId: invitationId } = found.value;
  const login = await loginWaiting(identity, loginId);
  return login ? ok({ tokenId, createdAt, invitationId, login }) : refused("link_used");
}

function loginWaiting(identity: IdentityTx, id: string) {
  return identity.login.findFirst({ where: { id, status: "issued" }, select: loginOfLink });
}

/** The password belongs to this link, not to what was there before it. */
export function isPasswordChosen({ createdAt, login }: LiveSetUp): boolean {
  return login.credential !== null && login.credential.changedAt >= createdAt;
}
