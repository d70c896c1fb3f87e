import { identityIn } from "@/db/identity";
import { fromInstant, toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { undeliveredReason } from "@/domain/registration/failure-reason";
import { REGISTRATION_HOURS } from "@/domain/registration/steps";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";
import { recordFailure } from "./failed-registration";

const most = 100;

interface Undelivered {
  readonly id: string;
  readonly last_error: string | null;
  readonly patient_id: string | null;
}

/**
 * R8: lists codes of registrations that did not arrive, with the provider's reason, each once; whoever has got further
 * meanwhile is left out. The person's page says nothing of it: it would tell that a record matches (S2). Answers how many.
 */
export async function listUndeliveredCodes(services: Services): Promise<number> {
  let listed = 0;
  for (const practiceId of await allPracticeIds(services)) {
    listed += await listOf(services, practiceId);
  }
  return listed;
}

async function listOf(services: Services, practiceId: string): Promise<number> {
  const since = fromInstant(services.now.subtract({ hours: REGISTRATION_HOURS }));
  return inPractice(services.db, practiceId, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`undelivered:${practiceId}`}, 0))`;
    const texts = await tx.$queryRaw<Undelivered[]>`
      select d.id, d.last_error, d.patient_id from tenant.delivery d
      where d.practice_id = ${practiceId}::uuid and d.kind = 'sms' and d.purpose = 'registration_code'
        and d.state = 'undelivered' and d.created_at >= ${since}
        and not exists (select from tenant.failed_registration f
          where f.practice_id = d.practice_id and f.delivery_id = d.id)
      order by d.id desc limit ${most}`;
    let listed = 0;
    for (const text of texts) {
      const registration = await waitingFor(identityIn(tx), text.id);
      if (!registration) continue;
      await recordFailure(tx, services, {
        ...registration,
        dateOfBirth: toDay(registration.dateOfBirth),
        practiceId,
        registrationId: registration.id,
        cause: "text_undelivered",
        reason: undeliveredReason(text.last_error),
        patientId: text.patient_id,
        deliveryId: text.id,
      });
      listed += 1;
    }
    return listed;
  });
}

/** The registration that still waits for the code of this text. */
async function waitingFor(identity: ReturnType<typeof identityIn>, deliveryId: string) {
  const code = await identity.oneTimeCode.findFirst({
    where: { deliveryId, purpose: "registration", usedAt: null },
    select: { challengeId: true },
  });
  if (!code) return null;
  return identity.registration.findFirst({
    where: { id: code.challengeId, step: "code", movedAt: null },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      dateOfBirth: true,
      email: true,
      mobile: true,
    },
  });
}
