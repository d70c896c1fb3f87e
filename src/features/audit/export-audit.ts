import type { Database, Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { consumeLimits, limitKey } from "@/security/rate-limits";
import type { Services } from "@/server/services";
import { auditActor } from "./audit-actor";
import { auditWhere } from "./audit-where";
import { exportPages, fileText } from "./export-pages";
import { exportStream } from "./export-stream";
import { recordAudit } from "./record-audit";
import type { AuditExportRequest } from "./schema";

const exportsPerHour = 20;
/** Each holds a connection to the database while it is read. */
const exportsAtOnce = 2;
const longestMs = 30 * 60_000;

/** A file that is made while it is read. */
export interface AuditFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly rows: number;
  readonly stream: ReadableStream<Uint8Array>;
}

type Refusal = "too_many_requests" | "too_many_exports";

/**
 * R53: every row that the filters name, as the log stood at one moment, as a file however long; that it was made is
 * audited before the first row leaves (S19). Refusals: `too_many_requests` above 20 files an hour, `too_many_exports`
 * while two are under way here.
 */
export async function exportAudit(
  services: Services,
  actor: ClinicActor,
  { format, ...filters }: AuditExportRequest,
): Promise<Result<AuditFile, Refusal>> {
  const counted = await countExport(services, actor);
  if (!counted.ok) return counted;
  const { practiceId, zone } = actor;
  const leave = enter();
  if (!leave) return refused("too_many_exports");
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

/** Reads what is there now, whatever is written meanwhile. */
function atOneMoment(
  db: Database,
  practiceId: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  return db.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('app.practice_id', ${practiceId}, true)`;
      await work(tx);
    },
    { isolationLevel: "RepeatableRead", maxWait: 5_000, timeout: longestMs },
  );
}

let underWay = 0;

/** Takes one of this process's places; answers how to give it back. */
function enter(): (() => void) | null {
  if (underWay >= exportsAtOnce) return null;
  underWay += 1;
  return () => {
    underWay -= 1;
  };
}

function countExport({ db, env, now }: Services, actor: ClinicActor) {
  const times = env.limits === "raised" ? 1_000 : 1;
  const limit = {
    key: limitKey(env.hmacKey, "audit export", actor.loginId),
    points: exportsPerHour * times,
    windowSeconds: 3_600,
  };
  return consumeLimits(db.pool, [limit], now);
}
