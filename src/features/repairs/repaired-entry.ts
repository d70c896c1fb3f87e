import * as z from "zod";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { onePerson } from "@/features/registration/failed/one-person";
import type { Services } from "@/server/services";

/** A failed registration, locked until the transaction ends: two people do not repair it twice. */
export async function lockEntry(tx: Tx, practiceId: string, id: string) {
  await tx.$executeRaw`
    select from tenant.failed_registration where practice_id = ${practiceId}::uuid and id = ${id}::uuid for update`;
  return tx.failedRegistration.findUnique({ where: { practiceId_id: { practiceId, id } } });
}

export type Entry = NonNullable<Awaited<ReturnType<typeof lockEntry>>>;

/** Marks all open failures of one cause and person, by whom and how (R8). */
export async function markRepaired(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  entry: Entry,
  how: string,
): Promise<void> {
  const { practiceId, id, cause } = entry;
  await tx.$executeRaw`
    update tenant.failed_registration f
    set repaired_at = ${fromInstant(services.now)}, repaired_by_person_id = ${actor.personId}::uuid, repaired_how = ${how}
    from tenant.failed_registration e
    where e.practice_id = ${practiceId}::uuid and e.id = ${id}::uuid
      and f.practice_id = e.practice_id and f.repaired_at is null and f.cause = ${cause}::tenant.failed_registration_cause
      and ${onePerson("f")} = ${onePerson("e")}`;
}

/** What was just repaired, for the page to say so. */
export interface RepairedFacts {
  readonly id: string;
  readonly name: string;
  readonly how: string;
  readonly patientId: string | null;
}

/** A repaired entry of the practice by what the address says; null for anything else. */
export async function repairedEntry(
  services: Services,
  actor: ClinicActor,
  id: unknown,
): Promise<RepairedFacts | null> {
  const { practiceId } = actor;
  if (!z.uuid().safeParse(id).success || typeof id !== "string") return null;
  const row = await inPractice(services.db, practiceId, (tx) =>
    tx.failedRegistration.findUnique({
      where: { practiceId_id: { practiceId, id } },
      select: { firstName: true, lastName: true, repairedHow: true, patientId: true },
    }),
  );
  if (!row?.repairedHow) return null;
  const { firstName, lastName, repairedHow: how, patientId } = row;
  return { id, name: `${firstName} ${lastName}`, how, patientId };
}
