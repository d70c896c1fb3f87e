import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { auditActor } from "./audit-actor";
import { auditWhere } from "./audit-where";
import { admitExport, atOneMoment, type ExportedFile } from "./export-file";
import { exportPages, fileText } from "./export-pages";
import { exportStream } from "./export-stream";
import { recordAudit } from "./record-audit";
import type { auditExportRefusals } from "./refusals";
import type { AuditExportRequest } from "./schema";

/**
 * R53: every row that the filters name, as the log stood at one moment, as a file however long; that it was made is
 * audited before the first row leaves (S19). Refusals: `too_many_requests` above 20 files an hour, `too_many_exports`
 * while two are under way here.
 */
export async function exportAudit(
  services: Services,
  actor: ClinicActor,
  { format, ...filters }: AuditExportRequest,
): Promise<Result<ExportedFile, keyof typeof auditExportRefusals>> {
  const admitted = await admitExport(services, actor, "audit export");
  if (!admitted.ok) return admitted;
  const { practiceId, zone } = actor;
  const leave = admitted.value;
  const { stream, fill, end, breakOff } = exportStream();
  const begun = Promise.withResolvers<number>();
  void atOneMoment(services.db, practiceId, async (tx) => {
    const where = await auditWhere(tx, actor, filters);
    const rows = await tx.auditEntry.count({ where });
    await inPractice(services.db, practiceId, (own) =>
      recordAudit(own, services, auditActor(actor), {
        action: "audit.exported",
        practiceId,
        detail: { format, rows, by: Object.keys(filters).sort() },
      }),
    );
    begun.resolve(rows);
    await fill(fileText(exportPages(tx, where), format, zone));
  })
    // Who has read to the end may ask for the next file.
    .finally(leave)
    .then(end)
    .catch((error: unknown) => {
      begun.reject(error);
      breakOff(error);
      services.log.warn({ request: services.request.id }, "audit export broke off");
    });
  const rows = await begun.promise;
  const day = services.now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const contentType = format === "csv" ? "text/csv;charset=utf-8" : "application/json";
  return ok({ fileName: `audit-${day}.${format}`, contentType, rows, stream });
}
