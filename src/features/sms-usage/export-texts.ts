import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import type { Cursor } from "@/features/audit/audit-lines";
import { admitExport, atOneMoment, type ExportedFile } from "@/features/audit/export-file";
import { exportStream } from "@/features/audit/export-stream";
import { recordAudit } from "@/features/audit/record-audit";
import type { auditExportRefusals } from "@/features/audit/refusals";
import type { Services } from "@/server/services";
import { type MonthSpan, monthOf, monthSpan } from "./month";
import type { UsageQuery } from "./schema";
import { textAt, textLines } from "./text-lines";
import { textsCsvHead, textsCsvRows } from "./texts-csv";

/** Rows read, written and forgotten at a time. */
const rowsAtOnce = 2_000;

/**
 * R51: every text of a month as CSV, as things stood at one moment, however many; that it was made is audited before the
 * first row leaves. Refusals: `too_many_requests`, `too_many_exports`.
 */
export async function exportTexts(
  services: Services,
  actor: ClinicActor,
  { month = monthOf(services.now, actor.zone) }: UsageQuery,
): Promise<Result<ExportedFile, keyof typeof auditExportRefusals>> {
  const admitted = await admitExport(services, actor, "texts export");
  if (!admitted.ok) return admitted;
  const { practiceId, zone } = actor;
  const span = monthSpan(month, zone);
  const { stream, fill, end, breakOff } = exportStream();
  const begun = Promise.withResolvers<number>();
  void atOneMoment(services.db, practiceId, async (tx) => {
    const rows = await countTexts(tx, practiceId, span);
    await inPractice(services.db, practiceId, (own) =>
      recordAudit(own, services, auditActor(actor), {
        action: "texts.exported",
        practiceId,
        detail: { month, rows },
      }),
    );
    begun.resolve(rows);
    await fill(fileText(tx, practiceId, span, zone));
  })
    .finally(admitted.value)
    .then(end)
    .catch((error: unknown) => {
      begun.reject(error);
      breakOff(error);
      services.log.warn({ request: services.request.id }, "texts export broke off");
    });
  const rows = await begun.promise;
  const contentType = "text/csv;charset=utf-8";
  return ok({ fileName: `texts-${month}.csv`, contentType, rows, stream });
}

async function* fileText(
  tx: Tx,
  practiceId: string,
  span: MonthSpan,
  zone: string,
): AsyncGenerator<string> {
  yield textsCsvHead;
  for (let after: Cursor | null = null; ; ) {
    const page: Awaited<ReturnType<typeof textLines>> = await textLines(
      tx,
      practiceId,
      { span },
      after,
      rowsAtOnce,
    );
    if (page.length > 0) yield textsCsvRows(page, zone);
    after = page.at(-1) ?? null;
    if (page.length < rowsAtOnce) return;
  }
}

async function countTexts(tx: Tx, practiceId: string, span: MonthSpan): Promise<number> {
  const [row] = await tx.$queryRaw<{ rows: number }[]>`
    select count(*)::int as rows from tenant.delivery d
    where d.practice_id = ${practiceId}::uuid and d.kind = 'sms'
      and ${textAt} >= ${fromInstant(span.startsAt)} and ${textAt} < ${fromInstant(span.endsAt)}`;
  return row?.rows ?? 0;
}
