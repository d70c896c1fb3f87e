import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { LinkDelivery, LinkPurpose } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { loginLinkExpiresAt } from "@/domain/registration/login-link";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";

interface NewLoginLink {
  readonly practiceId: string;
  /** Whose it is; of a guardian's invitation, the child it was made for. */
  readonly patientId: string;
  readonly purpose: LinkPurpose;
  readonly deliver: LinkDelivery;
  readonly createdByPersonId: string;
  readonly resetsFactors?: boolean;
  /** Of a guardian's invitation alone (R10). */
  readonly guardian?: { readonly loginId: string; readonly personId: string };
}

interface MadeLoginLink {
  readonly loginLinkId: string;
  /** Shown or sent once; its row keeps the digest alone. */
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

/** S9: a login link and its one live token. The caller has ended the older ones. */
export async function makeLoginLink(
  tx: Tx,
  services: Services,
  { guardian, ...link }: NewLoginLink,
): Promise<MadeLoginLink> {
  const { now, random } = services;
  const { token, digest } = newToken(random);
  const expiresAt = loginLinkExpiresAt(now);
  const loginLinkId = random.uuid();
  const lasting = { createdAt: fromInstant(now), expiresAt: fromInstant(expiresAt) };
  await identityIn(tx).token.create({
    data: {
      ...lasting,
      id: random.uuid(),
      purpose: "login_link",
      digest,
      practiceId: link.practiceId,
      patientId: link.patientId,
      loginId: guardian?.loginId ?? null,
      subjectId: loginLinkId,
    },
    select: { id: true },
  });
  await tx.loginLink.create({
    data: {
      ...lasting,
      ...link,
      id: loginLinkId,
      guardianPersonId: guardian?.personId ?? null,
    },
    select: { id: true },
  });
  return { loginLinkId, token, expiresAt };
}

/** Which mail or text carries a link, so that staff see how far it got. */
export async function noteLinkDelivery(
  tx: Tx,
  { practiceId, loginLinkId }: { readonly practiceId: string; readonly loginLinkId: string },
  deliveryId: string,
): Promise<void> {
  await tx.loginLink.update({
    where: { practiceId_id: { practiceId, id: loginLinkId } },
    data: { deliveryId },
    select: { id: true },
  });
}
