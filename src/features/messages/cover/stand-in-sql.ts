/**
 * Absences that hold on the practice's day, of the practitioner whose row stands in the statement as `practitioner`, as
 * `c`. Days are the practice's, half-open.
 */
export const awayNow = (practitioner: string) => `
  tenant.absence_cover c
  join identity.practice z on z.id = c.practice_id
    and c.from_on <= (app_now() at time zone z.zone)::date and c.until_on > (app_now() at time zone z.zone)::date
  where c.practice_id = ${practitioner}.practice_id and c.practitioner_id = ${practitioner}.id`;

/** Only who still is an orthodontist of the practice looks after anybody. */
export const stillHere = `exists (select from tenant.membership s where s.practice_id = c.practice_id
  and s.person_id = c.covered_by_person_id and s.role = 'orthodontist' and s.ended_at is null)`;

/**
 * Whether a patient of this practitioner ($column of `row`) is a person's own to look after today: their orthodontist's, and
 * during an absence also the covering one's (R40). An expression over a row that has `practice_id`.
 */
export const isOwnPatientSql = (row: string, person: string) => `
  exists (select from tenant.practitioner o
    where o.practice_id = ${row}.practice_id and o.id = ${row}.practitioner_id
      and (o.person_id = ${person} or exists (select from ${awayNow("o")}
        and c.covered_by_person_id = ${person} and ${stillHere})))`;

/** Who answers in the place of a person today: whoever looks after their patients, else they themselves (R40). */
export const standInSql = (practice: string, person: string) => `
  coalesce((select (select c.covered_by_person_id from ${awayNow("o")} and ${stillHere} limit 1)
    from tenant.practitioner o
    where o.practice_id = ${practice} and o.person_id = ${person} and o.archived_at is null limit 1), ${person})`;
