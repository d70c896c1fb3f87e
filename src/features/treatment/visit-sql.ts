/** One visit of `tenant.appointment a` as a `VisitMark`. */
export const visitJson = `json_build_object(
  'id', a.id, 'startsAt', a.starts_at, 'state', a.state,
  'typeName', (select v.name from tenant.visit_type v
    where v.practice_id = a.practice_id and v.id = a.visit_type_id),
  'practitionerName', (select pr.name from tenant.practitioner pr
    where pr.practice_id = a.practice_id and pr.id = a.practitioner_id),
  'locationName', (select l.name from tenant.location l
    where l.practice_id = a.practice_id and l.id = a.location_id))`;
