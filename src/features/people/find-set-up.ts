import { type IdentityTx, identityOf } from "@/db/identity";
import { ok, type Result, refused } from "@/domain/result";
import { selectLoginOwner } from "@/features/access/passwords/check-password";
import { isTokenShaped, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";

/** `link_unknown`: an address cut short, or one that nobody made. */
export type SetUpLinkRefusal = "link_unknown" | "link_used" | "link_replaced" | "link_expired";

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
  readonly login: SetUp;
}

/** The login a set-up link opens (S22). Looking uses nothing up. */
export async function findSetUp(
  services: Services,
  token: string,
  identity: IdentityTx = identityOf(services.db),
): Promise<Result<LiveSetUp, SetUpLinkRefusal>> {
  if (!isTokenShaped(token)) return refused("link_unknown");
  const row = await identity.token.findUnique({
    where: { digest: tokenDigest(token), purpose: "first_admin" },
    select: {
      id: true,
      loginId: true,
      createdAt: true,
      usedAt: true,
      replacedAt: true,
      expiresAt: true,
    },
  });
  if (!row?.loginId) return refused("link_unknown");
  if (row.usedAt) return refused("link_used");
  if (row.replacedAt) return refused("link_replaced");
  if (row.expiresAt.getTime() <= services.now.epochMilliseconds) return refused("link_expired");
  const login = await loginWaiting(identity, row.loginId);
  return login ? ok({ tokenId: row.id, createdAt: row.createdAt, login }) : refused("link_used");
}

function loginWaiting(identity: IdentityTx, id: string) {
  return identity.login.findFirst({ where: { id, status: "issued" }, select: loginOfLink });
}

/** The password belongs to this link, not to what was there before it. */
export function isPasswordChosen({ createdAt, login }: LiveSetUp): boolean {
  return login.credential !== null && login.credential.changedAt >= createdAt;
}
