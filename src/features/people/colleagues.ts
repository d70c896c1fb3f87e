import type { Tx } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";

export interface Colleague {
  readonly personId: string;
  /** Orthodontists by the name the practice uses for them. */
  readonly name: string;
  readonly role: Extract<Role, "orthodontist" | "staff" | "admin">;
}

/** Everybody who works at the practice now, once each, orthodontists first, by name. */
export function colleaguesOf(tx: Tx, practiceId: string): Promise<Colleague[]> {
  return identityIn(tx).$queryRaw<Colleague[]>`
    select * from (
      select distinct on (m.person_id) m.person_id as "personId", m.role::text as role,
        coalesce((select o.name from tenant.practitioner o where o.practice_id = m.practice_id
          and o.person_id = m.person_id and o.archived_at is null order by o.name limit 1),
          p.first_name || ' ' || p.last_name) as name
      from tenant.membership m
      join identity.login l on l.id = m.login_id and l.status = 'active'
      join identity.person p on p.id = m.person_id
      where m.practice_id = ${practiceId}::uuid and m.ended_at is null
        and m.role in ('orthodontist', 'staff', 'admin')
      order by m.person_id, m.role = 'orthodontist' desc, m.role
    ) c order by role <> 'orthodontist', name, "personId"`;
}
