import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { isTokenShaped, newToken, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";

/** Whom a reminder's link was sent to, and about which reminder (R35). */
export interface FoundVisitLink {
  readonly practiceId: string;
  readonly patientId: string;
  readonly reminderId: string;
  /** Null: the address of the record, of somebody without a login. */
  readonly loginId: string | null;
}

/** The one token of a reminder for one recipient; its row keeps the digest alone. */
export async function makeVisitLink(
  tx: Tx,
  services: Services,
  link: FoundVisitLink & { readonly expiresAt: Temporal.Instant },
): Promise<string> {
  const { token, digest } = newToken(services.random);
  const { practiceId, patientId, loginId, reminderId } = link;
  await identityIn(tx).token.create({
    data: {
      id: services.random.uuid(),
      purpose: "appointment_confirmation",
      digest,
      practiceId,
      patientId,
      loginId,
      subjectId: reminderId,
      createdAt: fromInstant(services.now),
      expiresAt: fromInstant(link.expiresAt),
    },
    select: { id: true },
  });
  return token;
}

/** The link of a token somebody holds, or null for none. Looking uses nothing up; the visit says what it is worth. */
export async function findVisitLink(
  services: Services,
  token: string,
): Promise<FoundVisitLink | null> {
  if (!isTokenShaped(token)) return null;
  const row = await identityOf(services.db).token.findUnique({
    where: { digest: tokenDigest(token), purpose: "appointment_confirmation" },
    select: { practiceId: true, patientId: true, loginId: true, subjectId: true },
  });
  if (!row || row.patientId === null || row.subjectId === null) return null;
  const { practiceId, patientId, loginId, subjectId: reminderId } = row;
  return { practiceId, patientId, loginId, reminderId };
}
