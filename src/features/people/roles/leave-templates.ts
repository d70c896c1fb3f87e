import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { lockTemplates } from "@/features/messages/templates/template-row";
import type { Services } from "@/server/services";

/** Own templates of who leaves (R40): everybody's from now on, or taken away. A name that is taken gets theirs behind it. */
export async function leaveTemplates(
  tx: Tx,
  { now }: Services,
  practiceId: string,
  leaving: { readonly personId: string; readonly name: string; readonly keep: boolean },
): Promise<number> {
  const { personId, name, keep } = leaving;
  const at = fromInstant(now);
  await lockTemplates(tx, practiceId, personId);
  if (!keep) {
    const { count } = await tx.messageTemplate.updateMany({
      where: { practiceId, ownerPersonId: personId, archivedAt: null },
      data: { archivedAt: at, updatedAt: at },
    });
    return count;
  }
  await lockTemplates(tx, practiceId, null);
  const behind = ` (${name.slice(0, 40)})`;
  return tx.$executeRaw`
    update tenant.message_template t set owner_person_id = null, updated_at = ${at},
      name = case when exists (select from tenant.message_template o where o.practice_id = t.practice_id
          and o.owner_person_id is null and o.archived_at is null and lower(o.name) = lower(t.name))
        then left(t.name, 80 - length(${behind}::text)) || ${behind} else t.name end
    where t.practice_id = ${practiceId}::uuid and t.owner_person_id = ${personId}::uuid and t.archived_at is null`;
}
