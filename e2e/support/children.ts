import { asOwner, memberOf } from "./database";

export interface Child {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
}

/** Whom a guardian of the demo acts for now, in the order of their names. */
export async function childrenOf(loginName: string): Promise<Child[]> {
  return asOwner(async (client) => {
    const { person_id: personId } = await memberOf(client, loginName);
    const { rows } = await client.query<Child>(
      `select p.id, p.first_name as "firstName", p.last_name as "lastName", p.date_of_birth::text as "dateOfBirth"
       from tenant.patient p join tenant.guardianship g on g.practice_id = p.practice_id and g.patient_id = p.id
       where g.guardian_person_id = $1 and g.ended_at is null and g.birth_date_confirmed_at is not null
       order by p.first_name, p.id`,
      [personId],
    );
    return rows;
  });
}
