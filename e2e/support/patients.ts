import { asOwner, memberOf } from "./database";

/** The record of a patient. */
export async function patientOf(loginName: string): Promise<string> {
  const { patient_id: id } = await asOwner((client) => memberOf(client, loginName));
  if (!id) throw new Error(`${loginName} is no patient`);
  return id;
}

/** Takes back what a former run marked as changed today, so that the change is due again. */
export async function undoChangesOfToday(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const { patient_id: patientId } = await memberOf(client, loginName);
    await client.query(
      `update tenant.aligner_change set undone_at = app_now()
         where patient_id = $1 and undone_at is null and changed_on >= app_now()::date`,
      [patientId],
    );
  });
}

/** Takes back that a former run completed the plan. */
export async function reopenPlan(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const { patient_id: patientId } = await memberOf(client, loginName);
    await client.query(
      "update tenant.treatment_plan set completed_at = null where patient_id = $1",
      [patientId],
    );
  });
}

/** A patient's thread with the last message, an open one first. */
export async function threadOf(loginName: string): Promise<string> {
  return asOwner(async (client) => {
    const { patient_id: patientId } = await memberOf(client, loginName);
    const { rows } = await client.query<{ id: string }>(
      `select id from tenant.thread where patient_id = $1 order by closed_at is not null, last_message_at desc limit 1`,
      [patientId],
    );
    const id = rows[0]?.id;
    if (!id) throw new Error(`${loginName} has no thread`);
    return id;
  });
}

/** The last of a patient's visits. */
export async function visitOf(loginName: string): Promise<string> {
  return asOwner(async (client) => {
    const { patient_id: patientId } = await memberOf(client, loginName);
    const { rows } = await client.query<{ id: string }>(
      `select id from tenant.appointment where patient_id = $1 and state not in ('held', 'released')
         and replaces_appointment_id is null order by starts_at desc limit 1`,
      [patientId],
    );
    const id = rows[0]?.id;
    if (!id) throw new Error(`${loginName} has no visit`);
    return id;
  });
}
