import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import { type AtLabRefusal, atLab } from "@/features/lab-connection/at-lab";
import type { LabAccess, LabCase, LabRefusal } from "@/ports/lab";
import type { JobServices } from "@/server/services";
import type { Followed } from "./followed";
import { reconcileUnknown } from "./reconcile-unknown";
import { registerReports } from "./register-reports";
import { takeLabCase } from "./take-lab-case";

const mostPages = 100;

/**
 * Asks a lab what it did since the last time, whether its webhooks arrived or not (R48): has them sent here, goes on in
 * its list where the cursor stands, and gives every case of unknown delivery a truth (R46).
 */
export async function followLab(services: JobServices, followed: Followed): Promise<void> {
  const answer = await atLab(services, followed, async (access) => {
    const registered = await registerReports(services, followed, access);
    if (!registered.ok && registered.reason === "unauthorized") return registered;
    const listed = await readOn(services, followed, access);
    if (!listed.ok) return listed;
    const waiting = await readWaiting(services, followed, access);
    return waiting.ok ? reconcileUnknown(services, followed, access) : waiting;
  });
  if (!answer.ok) return void noteUnread(services, followed, answer.reason);
  const { practiceId, connectionId } = followed;
  await inPractice(services.db, practiceId, (tx) =>
    tx.labConnection.updateMany({
      where: { practiceId, id: connectionId },
      data: { listedAt: fromInstant(services.now), lastSuccessAt: fromInstant(services.now) },
    }),
  );
}

function noteUnread({ log }: JobServices, { connectionId }: Followed, reason: AtLabRefusal): void {
  log.info({ connection: connectionId, reason }, "a lab's list was not read");
}

async function readOn(
  services: JobServices,
  followed: Followed,
  access: LabAccess,
): Promise<Result<null, LabRefusal>> {
  const { practiceId, connectionId } = followed;
  const row = await inPractice(services.db, practiceId, (tx) =>
    tx.labConnection.findFirst({
      where: { practiceId, id: connectionId },
      select: { listCursor: true },
    }),
  );
  let cursor = row?.listCursor ?? null;
  for (let page = 1; page <= mostPages; page += 1) {
    const listed = await services.outside.lab.listCases(access, { cursor });
    // A lab that was begun anew knows no cursor of before.
    if (!listed.ok && listed.detail?.code === "cursor_unknown" && cursor !== null) {
      cursor = null;
      continue;
    }
    if (!listed.ok) return listed;
    for (const labCase of listed.value.cases) await takeLabCase(services, followed, labCase);
    cursor = listed.value.next;
    // Only what was taken is passed.
    await inPractice(services.db, practiceId, (tx) =>
      tx.labConnection.updateMany({
        where: { practiceId, id: connectionId },
        data: { listCursor: cursor },
      }),
    );
    if (!listed.value.hasMore) break;
  }
  return ok(null);
}

/** Cases whose last reports came too early, such as during a hold, and may fit now. */
async function readWaiting(
  services: JobServices,
  followed: Followed,
  access: LabAccess,
): Promise<Result<LabCase | null, LabRefusal>> {
  const { practiceId, connectionId } = followed;
  const waiting = await inPractice(
    services.db,
    practiceId,
    (tx) => tx.$queryRaw<{ labCaseId: string }[]>`
      select c.lab_case_id as "labCaseId" from tenant.lab_case c
      join tenant.lab_connection n on n.practice_id = c.practice_id and n.lab_id = c.lab_id
        and n.practitioner_id = c.practitioner_id
      where c.practice_id = ${practiceId}::uuid and n.id = ${connectionId}::uuid and c.lab_case_id is not null
        and (c.reports_seen > c.reports_taken
          and c.state not in ('on_hold', 'queued', 'sending', 'held_for_reauthentication', 'send_failed')
          or c.state = 'sent')
      order by c.id limit 100`,
  );
  for (const { labCaseId } of waiting) {
    const read = await services.outside.lab.readCase(access, labCaseId);
    if (!read.ok && read.reason !== "refused") return read;
    if (read.ok) await takeLabCase(services, followed, read.value);
  }
  return ok(null);
}
