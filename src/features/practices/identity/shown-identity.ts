import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { seenOf } from "@/features/settings/seen";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { type PracticeIdentity, practiceIdentity } from "./practice-identity";

/** For the form: the phone as people write it, and what a change has to have seen. */
export async function shownIdentity(
  { db }: Services,
  { practiceId }: ClinicActor,
): Promise<{ identity: PracticeIdentity; seen: string }> {
  const identity = await inPractice(db, practiceId, (tx) => practiceIdentity(tx, practiceId));
  return {
    identity: { ...identity, supportPhone: formatPhone(identity.supportPhone) },
    seen: seenOf(identity),
  };
}
