import { pool } from "../../pool";

export const dynamic = "force-dynamic";

export default async function Page() {
  const { rows } = await pool().query<{ name: string }>({
    name: "page",
    text: "select first_name || ' ' || last_name as name from tenant.patient where practice_id = $1 and id = $2",
    values: [process.env.PRACTICE_ID, process.env.PATIENT_ID],
  });
  return <h1>{rows[0]?.name}</h1>;
}
