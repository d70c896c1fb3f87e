import type { Tx } from "@/db/client";
import type { LeavingPerson } from "./read-leaving";

/**
 * Whom visits are booked with. Their own row comes back; one without a person that bears their name becomes theirs; else
 * a new one is made. Hours are set afterwards, without them nobody can book.
 */
export async function openPractitioner(
  tx: Tx,
  practiceId: string,
  { personId, name }: { readonly personId: string; readonly name: string },
): Promise<void> {
  const { count } = await tx.practitioner.updateMany({
    where: { practiceId, personId },
    data: { archivedAt: null, acceptsOnlineBookings: true },
  });
  if (count > 0) return;
  const alike = await tx.$queryRaw<{ id: string }[]>`
    select id from tenant.practitioner where practice_id = ${practiceId}::uuid and person_id is null
      and archived_at is null and lower(name) in (lower(${name}::text), 'dr ' || lower(${name}::text), 'dr. ' || lower(${name}::text))
    for update`;
  const [only] = alike;
  if (only && alike.length === 1) {
    await tx.practitioner.update({
      where: { practiceId_id: { practiceId, id: only.id } },
      data: { personId },
      select: { id: true },
    });
    return;
  }
  await tx.practitioner.create({ data: { practiceId, personId, name }, select: { id: true } });
}

/** Nobody books with them any more; the row stays in the diary while visits or cases are ahead. */
export async function closePractitioner(
  tx: Tx,
  practiceId: string,
  { personId }: LeavingPerson,
  { stays, at }: { readonly stays: boolean; readonly at: Date },
): Promise<void> {
  await tx.practitioner.updateMany({
    where: { practiceId, personId, archivedAt: null },
    data: { acceptsOnlineBookings: false, ...(!stays && { archivedAt: at }) },
  });
}
