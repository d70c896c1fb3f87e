/** An address on the patient's side that keeps naming the patient it is about (R10), when the present page names one. */
export function withPatient(href: string, patientId: string | undefined): string {
  if (patientId === undefined) return href;
  const [path = "", query = ""] = href.split("?");
  const search = new URLSearchParams(query);
  search.set("patient", patientId);
  return `${path}?${search}`;
}
