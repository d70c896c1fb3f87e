import { type IdentityTx, identityOf } from "@/db/identity";
import { ok, type Result, refused } from "@/domain/result";
import { isTokenShaped, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";

/** `link_unknown`: an address cut short, or one that nobody made. */
export type TokenRefusal = "link_unknown" | "link_used" | "link_replaced" | "link_expired";

export interface FoundToken {
  readonly id: string;
  readonly loginId: string;
  readonly createdAt: Date;
  readonly practiceId: string;
  /** What it was made for, besides the login: an invitation. */
  readonly subjectId: string | null;
}

/** A login's token that somebody brought, while it works, and what became of one that does not. Looking uses nothing up. */
export async function findToken(
  services: Pick<Services, "db" | "now">,
  purpose: "password_reset" | "first_admin" | "factor_reset",
  token: string,
  identity: IdentityTx = identityOf(services.db),
): Promise<Result<FoundToken, TokenRefusal>> {
  if (!isTokenShaped(token)) return refused("link_unknown");
  const row = await identity.token.findUnique({
    where: { digest: tokenDigest(token), purpose },
    select: {
      id: true,
      loginId: true,
      practiceId: true,
      subjectId: true,
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
  const { id, loginId, createdAt, practiceId, subjectId } = row;
  return ok({ id, loginId, createdAt, practiceId, subjectId });
}
