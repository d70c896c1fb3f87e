import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromDay, fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { RegistrationDetails } from "@/domain/registration/matching";
import type { Outcome } from "@/domain/registration/outcome";
import { REGISTRATION_HOURS, type RegistrationStep } from "@/domain/registration/steps";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import { auditStep } from "../audit-step";

interface NewRegistration extends RegistrationDetails {
  readonly practiceId: string;
  readonly step: RegistrationStep;
  readonly outcome: Outcome;
  readonly patientId?: string | null;
  readonly guardianId?: string;
  readonly loginId?: string | null;
  readonly loginLinkId?: string;
}

/** Makes the row of a registration in a transaction of its own; answers the token of its cookie (S2). */
export async function insertRegistration(
  services: Services,
  wanted: NewRegistration,
): Promise<string> {
  const made = await inPractice(services.db, wanted.practiceId, (tx) =>
    insertRegistrationIn(tx, services, wanted),
  );
  return made.token;
}

/** The same within a transaction that has more to write. */
export async function insertRegistrationIn(
  tx: Tx,
  services: Services,
  wanted: NewRegistration,
): Promise<{ id: string; token: string }> {
  const { now, random } = services;
  const { token, digest } = newToken(random);
  const id = random.uuid();
  await identityIn(tx).registration.create({
    data: {
      ...wanted,
      id,
      cookieDigest: digest,
      dateOfBirth: fromDay(wanted.dateOfBirth),
      createdAt: fromInstant(now),
      expiresAt: fromInstant(now.add({ hours: REGISTRATION_HOURS })),
    },
    select: { id: true },
  });
  const detail = { by: wanted.loginLinkId === undefined ? "details" : "login_link" };
  await auditStep(tx, services, { ...wanted, id }, { action: "registration.started", detail });
  return { id, token };
}
