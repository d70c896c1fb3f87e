import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { decideLinkUse, type LoginLinkRefusal } from "@/domain/registration/login-link";
import { ok, type Result, refused } from "@/domain/result";
import { isTokenShaped, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";

/** A login link as its token finds it (S9). The token's row is what counts; `tenant.login_link` tells staff about it. */
export interface FoundLink {
  readonly tokenId: string;
  readonly loginLinkId: string;
  readonly practiceId: string;
  readonly patientId: string;
  /** A guardian's own login, whose invitation this is (R10); null for the patient's link. */
  readonly guardianLoginId: string | null;
  readonly use: Result<"usable", LoginLinkRefusal>;
}

/** The login link of a token somebody holds, or null for no such link. */
export async function findLoginLink(services: Services, token: string): Promise<FoundLink | null> {
  if (!isTokenShaped(token)) return null;
  const row = await identityOf(services.db).token.findUnique({
    where: { digest: tokenDigest(token) },
    select: {
      id: true,
      purpose: true,
      practiceId: true,
      patientId: true,
      loginId: true,
      subjectId: true,
      createdAt: true,
      openedAt: true,
      usedAt: true,
      replacedAt: true,
    },
  });
  if (row?.purpose !== "login_link" || row.patientId === null || row.subjectId === null)
    return null;
  const facts = {
    createdAt: toInstant(row.createdAt),
    openedAt: row.openedAt && toInstant(row.openedAt),
    usedAt: row.usedAt && toInstant(row.usedAt),
    replacedAt: row.replacedAt && toInstant(row.replacedAt),
  };
  return {
    tokenId: row.id,
    loginLinkId: row.subjectId,
    practiceId: row.practiceId,
    patientId: row.patientId,
    guardianLoginId: row.loginId,
    use: decideLinkUse(facts, services.now),
  };
}

/** Notes, the first time, that the link's page was seen. Consumes nothing: mail scanners open links too (R3, R7). */
export async function noteLinkOpened(services: Services, link: FoundLink): Promise<void> {
  const openedAt = fromInstant(services.now);
  await inPractice(services.db, link.practiceId, async (tx) => {
    const { count } = await identityIn(tx).token.updateMany({
      where: { id: link.tokenId, openedAt: null },
      data: { openedAt },
    });
    if (count === 0) return;
    await tx.loginLink.updateMany({
      where: { practiceId: link.practiceId, id: link.loginLinkId, openedAt: null },
      data: { openedAt },
    });
  });
}

/** Uses a link up, once: of two that try, one succeeds (S9). */
export async function consumeLoginLink(
  tx: Tx,
  services: Services,
  link: { readonly practiceId: string; readonly loginLinkId: string },
): Promise<Result<"used", LoginLinkRefusal>> {
  const usedAt = fromInstant(services.now);
  const identity = identityIn(tx);
  const where = { practiceId: link.practiceId, subjectId: link.loginLinkId };
  const { count } = await identity.token.updateMany({
    where: {
      ...where,
      purpose: "login_link",
      usedAt: null,
      replacedAt: null,
      expiresAt: { gt: usedAt },
    },
    data: { usedAt },
  });
  if (count === 0) {
    const row = await identity.token.findFirst({
      where: { ...where, purpose: "login_link" },
      select: { usedAt: true, replacedAt: true },
    });
    if (row?.usedAt) return refused("link_used");
    return refused(row?.replacedAt ? "link_replaced" : "link_expired");
  }
  await tx.loginLink.updateMany({
    where: { practiceId: link.practiceId, id: link.loginLinkId },
    data: { usedAt },
  });
  return ok("used");
}

/** Ends every open link of a patient: a newer one is made, they have registered, or an address changed (S9). */
export async function replaceLoginLinks(
  tx: Tx,
  services: Services,
  practiceId: string,
  patientId: string,
): Promise<void> {
  const replacedAt = fromInstant(services.now);
  const open = { practiceId, patientId, usedAt: null, replacedAt: null };
  await identityIn(tx).token.updateMany({
    where: { ...open, purpose: "login_link", loginId: null },
    data: { replacedAt },
  });
  await tx.loginLink.updateMany({
    where: { ...open, guardianPersonId: null },
    data: { replacedAt },
  });
}
