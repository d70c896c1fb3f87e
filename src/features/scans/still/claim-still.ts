import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ScanArch } from "@/domain/scan-pictures/find-pose";
import type { Services } from "@/server/services";

export interface ClaimedStill {
  readonly uploadId: string;
  readonly storageKey: string;
  readonly format: "stl" | "ply";
  readonly bytes: number;
  /** Null while the scan hangs on no case. */
  readonly arch: ScanArch | null;
  readonly tries: number;
}

/** A killed worker's claim falls to another one; drawing 200 MB takes well under a minute. */
const CLAIM_MINUTES = 10;
/** A case names its files right after they came, and with them the arch; longer is not waited for. */
const ARCH_WAIT_MINUTES = 1;
export const MOST_TRIES = 3;

/** Takes the oldest scan without a still, for this worker alone; null: none is left. */
export async function claimStill(
  services: Services,
  practiceId: string,
): Promise<ClaimedStill | null> {
  const { now } = services;
  const until = fromInstant(now.add({ minutes: CLAIM_MINUTES }));
  const waited = fromInstant(now.subtract({ minutes: ARCH_WAIT_MINUTES }));
  return inPractice(services.db, practiceId, async (tx) => {
    // Who locked the scan first wrote the claim; whoever waited for an older view of it finds the claim in the way.
    const [claimed] = await tx.$queryRaw<{ uploadId: string; tries: number }[]>`
      insert into tenant.scan_still as s (practice_id, upload_id, tries, claimed_until)
      select u.practice_id, u.id, 1, ${until} from tenant.upload u
      where u.practice_id = ${practiceId}::uuid and u.kind = 'scan' and u.state = 'stored'
        and not exists (select from tenant.scan_still x where x.practice_id = u.practice_id and x.upload_id = u.id
          and (x.made_at is not null or x.tries >= ${MOST_TRIES} or x.claimed_until > ${fromInstant(now)}))
        and (u.created_at <= ${waited} or exists (select from tenant.case_file f
          where f.practice_id = u.practice_id and f.upload_id = u.id))
      order by u.created_at limit 1 for update of u skip locked
      on conflict (practice_id, upload_id) do update
        set tries = s.tries + 1, claimed_until = excluded.claimed_until, failed_reason = null
        where s.made_at is null and s.tries < ${MOST_TRIES} and s.claimed_until <= ${fromInstant(now)}
      returning upload_id as "uploadId", tries`;
    if (!claimed) return null;
    const where = { practiceId, id: claimed.uploadId };
    const scan = await tx.upload.findFirstOrThrow({
      where,
      select: {
        storageKey: true,
        bytes: true,
        fileName: true,
        contentType: true,
        caseFiles: { select: { arch: true }, where: { arch: { not: null } }, take: 1 },
      },
    });
    const isPly = /ply/i.test(scan.contentType) || /\.ply$/i.test(scan.fileName);
    return {
      ...claimed,
      storageKey: scan.storageKey,
      bytes: Number(scan.bytes),
      format: isPly ? "ply" : "stl",
      arch: scan.caseFiles[0]?.arch ?? null,
    };
  });
}
