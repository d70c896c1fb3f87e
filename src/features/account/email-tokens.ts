import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import { queueMail } from "@/features/notifications/queue-delivery";
import { isTokenShaped, newToken, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { LockedLogin } from "./own-login";

/** S8. */
export const CHANGE_HOURS = 24;
export const UNDO_HOURS = 72;

interface Addressee {
  readonly login: LockedLogin;
  readonly practiceId: string;
  readonly email: string;
}

/** Mails the link that makes `email` the login's address, or confirms the one it has; the former link dies (S8). */
export async function mailChangeLink(tx: Tx, services: Services, to: Addressee): Promise<void> {
  const { login, email } = to;
  await endChangeLinks(tx, services, login.id);
  const isOwn = login.emailVerifiedAt === null && login.email === email;
  const purpose = isOwn ? "email_confirmation" : "email_change";
  await mailLink(tx, services, to, "email_change", purpose, CHANGE_HOURS);
}

/**
 * Tells the present address what happens, with the link that undoes it (S8). Earlier undo links stay: whoever reads the
 * first address can always go back to it.
 */
export async function mailUndoLink(
  tx: Tx,
  services: Services,
  to: Addressee,
  purpose: "email_change_begun" | "email_changed",
): Promise<void> {
  await mailLink(tx, services, to, "email_undo", purpose, UNDO_HOURS);
}

/** The pending change, if any, is over. Answers whether there was one. */
export async function endChangeLinks(
  tx: Tx,
  services: Services,
  loginId: string,
): Promise<boolean> {
  const { count } = await identityIn(tx).token.updateMany({
    where: { loginId, purpose: "email_change", usedAt: null, replacedAt: null },
    data: { replacedAt: fromInstant(services.now) },
  });
  return count > 0;
}

async function mailLink(
  tx: Tx,
  services: Services,
  { login, practiceId, email }: Addressee,
  tokenPurpose: "email_change" | "email_undo",
  purpose: "email_confirmation" | "email_change" | "email_change_begun" | "email_changed",
  hours: number,
): Promise<void> {
  const { now, random } = services;
  const { token, digest } = newToken(random);
  const expiresAt = now.add({ hours });
  await identityIn(tx).token.create({
    data: {
      id: random.uuid(),
      purpose: tokenPurpose,
      digest,
      practiceId,
      loginId: login.id,
      email,
      createdAt: fromInstant(now),
      expiresAt: fromInstant(expiresAt),
    },
    select: { id: true },
  });
  await queueMail(tx, services, {
    purpose,
    practiceId,
    to: email,
    language: login.language,
    personId: login.personId,
    values: { loginName: login.loginName },
    secret: token,
    expiresAt,
  });
}

export type LinkRefusal = "link_unknown" | "link_used" | "link_replaced" | "link_expired";

/** A mailed token of an address, while it works. Looking uses nothing up. */
export async function findEmailToken(
  services: Services,
  purpose: "email_change" | "email_undo",
  token: string,
) {
  type Found = { id: string; loginId: string; practiceId: string; email: string; createdAt: Date };
  if (!isTokenShaped(token)) return refused<LinkRefusal>("link_unknown");
  const row = await identityOf(services.db).token.findUnique({
    where: { digest: tokenDigest(token), purpose },
  });
  if (!row?.loginId || row.email === null) return refused<LinkRefusal>("link_unknown");
  if (row.usedAt !== null) return refused<LinkRefusal>("link_used");
  if (row.replacedAt !== null) return refused<LinkRefusal>("link_replaced");
  const leftMs = toInstant(row.expiresAt).epochMilliseconds - services.now.epochMilliseconds;
  if (leftMs <= 0) return refused<LinkRefusal>("link_expired");
  const { id, loginId, practiceId, email, createdAt } = row;
  const found: Result<Found, LinkRefusal> = ok({ id, loginId, practiceId, email, createdAt });
  return found;
}

/** Uses a token up; false when another request was faster. */
export async function useEmailToken(tx: Tx, services: Services, id: string): Promise<boolean> {
  const at = fromInstant(services.now);
  const { count } = await identityIn(tx).token.updateMany({
    where: { id, usedAt: null, replacedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  return count === 1;
}
