import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { queueMail } from "@/features/notifications/queue-delivery";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { Registration } from "../own-registration";

/** R3: mails the link that proves the address; it dies with the registration, and the former one now. */
export async function mailEmailLink(
  tx: Tx,
  services: Services,
  registration: Pick<Registration, "id" | "practiceId" | "email" | "patientId" | "expiresAt">,
  language: string,
): Promise<void> {
  const { now, random } = services;
  const { token, digest } = newToken(random);
  const { id, practiceId, email, patientId, expiresAt } = registration;
  const identity = identityIn(tx);
  await identity.token.updateMany({
    where: { purpose: "registration_email", subjectId: id, usedAt: null, replacedAt: null },
    data: { replacedAt: fromInstant(now) },
  });
  await identity.token.create({
    data: {
      id: random.uuid(),
      purpose: "registration_email",
      digest,
      practiceId,
      patientId,
      subjectId: id,
      email,
      createdAt: fromInstant(now),
      expiresAt: fromInstant(expiresAt),
    },
    select: { id: true },
  });
  await queueMail(tx, services, {
    purpose: "registration_email",
    practiceId,
    to: email,
    language,
    patientId: patientId ?? undefined,
    secret: token,
    expiresAt,
  });
}
