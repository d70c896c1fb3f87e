import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { consumeLimits, limitKey } from "@/security/rate-limits";
import type { Services } from "@/server/services";
import { auditActor } from "./audit-actor";
import { type AuditLine, auditLines, type Cursor } from "./audit-lines";
import { auditWhere } from "./audit-where";
import { csvOf } from "./csv";
import { recordAudit } from "./record-audit";
import type { AuditExportRequest, AuditFilters, ExportedFile } from "./schema";

/** What one file may hold; more is asked for in parts. */
export const mostRows = 50_000;
const atOnce = 5_000;
const exportsPerHour = 20;

/**
 * R53: the filtered rows as a file; that it was made is audited with it (S19). Refusals: `too_many_rows` above 50,000,
 * `too_many_requests` above 20 files an hour.
 */
export async function exportAudit(
  services: Services,
  actor: ClinicActor,
  { format, ...filters }: AuditExportRequest,
): Promise<Result<ExportedFile, "too_many_rows" | "too_many_requests">> {
  const counted = await consumeLimits(
    services.db.pool,
    [exportLimit(services, actor)],
    services.now,
  );
  if (!counted.ok) return counted;
  const rows = await allRows(services, actor, filters);
  if (rows.length > mostRows) return refused("too_many_rows", { most: mostRows });
  const { practiceId } = actor;
  await inPractice(services.db, practiceId, (tx) =>
    recordAudit(tx, services, auditActor(actor), {
      action: "audit.exported",
      practiceId,
      detail: { format, rows: rows.length, by: Object.keys(filters).sort() },
    }),
  );
  const day = services.now.toZonedDateTimeISO(actor.zone).toPlainDate().toString();
  return ok({
    fileName: `audit-${day}.${format}`,
    contentType: format === "csv" ? "text/csv;charset=utf-8" : "application/json",
    content: format === "csv" ? csvOf(rows) : JSON.stringify({ zone: actor.zone, rows }, null, 1),
  });
}

async function allRows(services: Services, actor: ClinicActor, filters: AuditFilters) {
  const rows: AuditLine[] = [];
  for (let after: Cursor | null = null; rows.length <= mostRows; ) {
    const some: AuditLine[] = await inPractice(services.db, actor.practiceId, async (tx) =>
      auditLines(tx, await auditWhere(tx, actor, filters), after, atOnce),
    );
    rows.push(...some);
    after = some.at(-1) ?? null;
    if (some.length < atOnce) break;
  }
  return rows;
}

function exportLimit({ env }: Services, actor: ClinicActor) {
  const times = env.limits === "raised" ? 1_000 : 1;
  return {
    key: limitKey(env.hmacKey, "audit export", actor.loginId),
    points: exportsPerHour * times,
    windowSeconds: 3_600,
  };
}
