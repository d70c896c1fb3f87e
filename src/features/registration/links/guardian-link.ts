import type { Tx } from "@/db/client";
import type { LinkDelivery } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";
import { makeLoginLink } from "./make-login-link";

interface GuardianLink {
  readonly practiceId: string;
  /** The child it was made for. */
  readonly patientId: string;
  readonly guardianPersonId: string;
  readonly guardianLoginId: string;
  readonly deliver: LinkDelivery;
  readonly createdByPersonId: string;
}

/** R10, S9: a guardian's own login link; their older ones die. The row keeps the token's digest alone. */
export async function makeGuardianLink(tx: Tx, services: Services, link: GuardianLink) {
  const { practiceId, patientId, guardianLoginId, guardianPersonId } = link;
  const { deliver, createdByPersonId } = link;
  await replaceGuardianLinks(tx, services, practiceId, { guardianLoginId, guardianPersonId });
  return makeLoginLink(tx, services, {
    practiceId,
    patientId,
    purpose: "guardian",
    deliver,
    createdByPersonId,
    guardian: { loginId: guardianLoginId, personId: guardianPersonId },
  });
}

/** Ends a guardian's open links: a newer one is made, they have registered, or nobody is left to act for (S9). */
export async function replaceGuardianLinks(
  tx: Tx,
  services: Services,
  practiceId: string,
  guardian: { readonly guardianLoginId: string; readonly guardianPersonId: string },
): Promise<void> {
  const replacedAt = fromInstant(services.now);
  const open = { practiceId, usedAt: null, replacedAt: null };
  await identityIn(tx).token.updateMany({
    where: { ...open, purpose: "login_link", loginId: guardian.guardianLoginId },
    data: { replacedAt },
  });
  await tx.loginLink.updateMany({
    where: { ...open, guardianPersonId: guardian.guardianPersonId },
    data: { replacedAt },
  });
}
