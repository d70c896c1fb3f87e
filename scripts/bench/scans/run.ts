import { Agent } from "node:http";
import { join } from "node:path";
import { cast } from "../../../e2e/support/cast";
import { asOwner, memberOf } from "../../../e2e/support/database";
import { openSession } from "../../../e2e/support/session";
import { onOwnDemo } from "../../checks/own-demo";
import { root } from "../../database/paths";
import { untilAnswering } from "../../run/readiness";
import { measureUploads } from "./uploads";
import { measureViewer } from "./viewer";

/**
 * Scans: 200 MB through the portal beside a bare stream to disk, ten of them at once, and how soon one of 20 MB is seen in
 * 3D. Answers whether the floors were kept.
 */
export async function benchScans(): Promise<boolean> {
  return onOwnDemo("bench", async ({ settings, supervisor, sparePort, folder, tools }) => {
    process.env.DATABASE_OWNER_URL = tools.DATABASE_OWNER_URL;
    const bareUrl = `http://127.0.0.1:${sparePort}`;
    const script = join(root, "scripts/bench/yardstick/stream-to-disk.mjs");
    const run = [script, String(sparePort), folder];
    supervisor.start({ name: "Bare stream", run, env: process.env });
    await untilAnswering(bareUrl);
    const { token } = await openSession(cast.orthodontist);
    const agent = new Agent({ keepAlive: true });
    const portal = { url: settings.appUrl, token, agent };
    const subjects = await subjectsOf(cast.orthodontist);
    const bare = { url: bareUrl, token: "", agent };
    const isKept = await measureUploads({ portal, bare, ...subjects });
    await measureViewer({
      portal,
      labId: subjects.labId,
      patientId: subjects.patientIds.at(-1) ?? "",
    });
    return isKept;
  });
}

/** Patients of the orthodontist's practice, and a lab they are connected to. */
function subjectsOf(loginName: string): Promise<{ patientIds: string[]; labId: string }> {
  return asOwner(async (client) => {
    const { practice_id: practiceId, person_id: personId } = await memberOf(client, loginName);
    const patients = await client.query<{ id: string }>(
      "select id from tenant.patient where practice_id = $1 and archived_at is null order by id limit 11",
      [practiceId],
    );
    const lab = await client.query<{ id: string }>(
      `select c.lab_id as id from tenant.lab_connection c
       join tenant.practitioner p on p.practice_id = c.practice_id and p.id = c.practitioner_id
       where c.practice_id = $1 and p.person_id = $2 order by c.lab_id limit 1`,
      [practiceId, personId],
    );
    const labId = lab.rows[0]?.id;
    if (!labId) throw new Error(`${loginName} is connected to no lab`);
    return { patientIds: patients.rows.map(({ id }) => id), labId };
  });
}
