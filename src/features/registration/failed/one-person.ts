import { sqlText } from "@/db/sql";

/** Whose failed registration a row is: the record's where one was found, else that of the name and birth date typed. */
export function onePerson(row: string) {
  return sqlText(
    `coalesce(${row}.patient_id::text, lower(${row}.first_name || ' ' || ${row}.last_name) || ${row}.date_of_birth)`,
  );
}
