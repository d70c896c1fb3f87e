import { randomUUID } from "node:crypto";
import type pg from "pg";
import { asOwner } from "./database";

/** What a row is made like, and what is other. */
async function copied(
  client: pg.Client,
  table: string,
  from: { readonly column: string; readonly value: string },
  other: Readonly<Record<string, unknown>>,
): Promise<void> {
  await client.query(
    `insert into ${table} select (jsonb_populate_record(r, $2::jsonb)).* from ${table} r
     where r.${from.column} = $1`,
    [from.value, JSON.stringify(other)],
  );
}

/**
 * A practice beside the demo's two that keeps its records in the portal alone, with one login of staff and one of an
 * admin. Answers their login names.
 */
export async function ownPractice(
  shortName: string,
): Promise<{ readonly staff: string; readonly admin: string }> {
  const practiceId = randomUUID();
  const names = { staff: `desk.${shortName}`, admin: `admin.${shortName}` };
  await asOwner(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "select id from identity.practice where short_name = 'riverbend'",
    );
    const like = rows[0]?.id ?? "";
    await copied(
      client,
      "identity.practice",
      { column: "id", value: like },
      {
        id: practiceId,
        short_name: shortName,
        name: "Hillside Orthodontics",
      },
    );
    const read = (id: string) =>
      client.query("select set_config('app.practice_id', $1, false)", [id]);
    await read(like);
    const settings = await client.query<{ row: object }>(
      "select to_jsonb(s) as row from tenant.practice_settings s where practice_id = $1",
      [like],
    );
    await read(practiceId);
    await client.query(
      `insert into tenant.practice_settings
       select (jsonb_populate_record(null::tenant.practice_settings, $1::jsonb)).*`,
      [JSON.stringify({ ...settings.rows[0]?.row, practice_id: practiceId })],
    );
    for (const [role, loginName] of Object.entries(names)) {
      const [personId, loginId] = [randomUUID(), randomUUID()];
      const model = await client.query<{ id: string; person_id: string }>(
        "select id, person_id from identity.login where login_name = $1",
        [role === "staff" ? "dana.ruiz" : "laurel.hastings"],
      );
      const { id = "", person_id: modelId = "" } = model.rows[0] ?? {};
      await copied(client, "identity.person", { column: "id", value: modelId }, { id: personId });
      await copied(
        client,
        "identity.login",
        { column: "id", value: id },
        {
          id: loginId,
          person_id: personId,
          home_practice_id: practiceId,
          login_name: loginName,
          email: null,
          email_folded: null,
          email_verified_at: null,
        },
      );
      await client.query(
        `insert into tenant.membership (practice_id, id, login_id, person_id, role, created_at)
         values ($1, $2, $3, $4, $5::identity.role, app_now())`,
        [practiceId, randomUUID(), loginId, personId, role],
      );
    }
  });
  return names;
}
