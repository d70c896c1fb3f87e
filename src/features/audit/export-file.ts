import type { Database, Tx } from "@/db/client";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { consumeLimits, limitKey } from "@/security/rate-limits";
import type { Services } from "@/server/services";
import type { auditExportRefusals } from "./refusals";

const exportsPerHour = 20;
/** Each holds a connection to the database while it is read. */
const exportsAtOnce = 2;
const longestMs = 30 * 60_000;

/** A file that is made while it is read. */
export interface ExportedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly rows: number;
  readonly stream: ReadableStream<Uint8Array>;
}

/** Reads what is there now, whatever is written meanwhile. */
export function atOneMoment(
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

/**
 * Takes one of this process's places for files; answers how to give it back. Refusals: `too_many_requests` above 20 files
 * of a kind an hour, `too_many_exports` while two are under way here.
 */
export async function admitExport(
  { db, env, now }: Services,
  actor: ClinicActor,
  kind: string,
): Promise<Result<() => void, keyof typeof auditExportRefusals>> {
  const times = env.limits === "raised" ? 1_000 : 1;
  const limit = {
    key: limitKey(env.hmacKey, kind, actor.loginId),
    points: exportsPerHour * times,
    windowSeconds: 3_600,
  };
  const counted = await consumeLimits(db.pool, [limit], now);
  if (!counted.ok) return counted;
  if (underWay >= exportsAtOnce) return refused("too_many_exports");
  underWay += 1;
  return ok(() => {
    underWay -= 1;
  });
}
