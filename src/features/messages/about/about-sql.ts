/** What a patient and the practice may both see of a visit: a time that is only held, or asked for instead, is none. */
const seenVisit = "a.state not in ('held', 'released') and a.replaces_appointment_id is null";

/** The thing of this kind and id, of this patient; null where it is not theirs, or is gone. Expressions of SQL. */
export function aboutSql(of: {
  readonly practice: string;
  readonly patient: string;
  readonly kind: string;
  readonly id: string;
}): string {
  return `case ${of.kind}
    when 'visit' then (
      select json_build_object('kind', 'visit', 'id', a.id, 'startsAt', a.starts_at, 'name', v.name)
      from tenant.appointment a
      join tenant.visit_type v on v.practice_id = a.practice_id and v.id = a.visit_type_id
      where a.practice_id = ${of.practice} and a.id = ${of.id} and a.patient_id = ${of.patient} and ${seenVisit})
    when 'stage' then (
      select json_build_object('kind', 'stage', 'id', s.id, 'stageKind', s.kind, 'arch', s.arch, 'number', s.number)
      from tenant.stage s
      join tenant.treatment_series e on e.practice_id = s.practice_id and e.id = s.series_id
      join tenant.treatment_plan p on p.practice_id = e.practice_id and p.id = e.plan_id
      where s.practice_id = ${of.practice} and s.id = ${of.id} and p.patient_id = ${of.patient}
        and p.approved_at is not null)
    when 'case' then (
      select json_build_object('kind', 'case', 'id', c.id, 'caseNumber', c.number) from tenant.lab_case c
      where c.practice_id = ${of.practice} and c.id = ${of.id} and c.patient_id = ${of.patient} and c.state <> 'draft')
  end`;
}

/** The same for a thread that stands in the statement as `t`. */
export const threadAboutSql = aboutSql({
  practice: "t.practice_id",
  patient: "t.patient_id",
  kind: "t.about_kind",
  id: "t.about_id",
});
