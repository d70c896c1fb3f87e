import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import { previewKey } from "@/features/uploads/storage-keys";
import type { Services } from "@/server/services";
import { type ClaimedStill, claimStill, MOST_TRIES } from "./claim-still";
import { type DrawRefusal, drawScan } from "./draw-scan";

/** Of one practice in one round: a day's scans of one do not keep the others waiting. */
const AT_ONCE = 4;
/** Before the second and the third try. */
const AGAIN_MINUTES = 5;
const LIMIT_BYTES = 5_000_000;

/**
 * Makes the still pictures of scans that have none (R41), each by one worker. What cannot be drawn keeps a reason: a
 * damaged file at once, anything unforeseen after three tries. Answers how many scans it dealt with.
 */
export async function makeStills(services: Services): Promise<number> {
  let settled = 0;
  for (const practiceId of await allPracticeIds(services)) {
    for (let round = 0; round < AT_ONCE; round += 1) {
      const scan = await claimStill(services, practiceId);
      if (!scan) break;
      await makeStill(services, practiceId, scan);
      settled += 1;
    }
  }
  return settled;
}

async function makeStill(
  services: Services,
  practiceId: string,
  scan: ClaimedStill,
): Promise<void> {
  try {
    const drawn = await drawScan(services.files, scan);
    if (!drawn.ok) return await fail(services, practiceId, scan, drawn.reason);
    const { webp, width, height } = drawn.value;
    const id = previewKey(scan.storageKey);
    // A worker killed between file and row has left one.
    await services.files.delete(id);
    const content = new Blob([new Uint8Array(webp)]).stream();
    const put = await services.files.put({ id, content, limitBytes: LIMIT_BYTES });
    if (!put.ok) return await fail(services, practiceId, scan, "unexpected");
    const made = { bytes: put.value.bytes, width, height };
    if (!(await settle(services, practiceId, scan, made))) await services.files.delete(id);
  } catch (error) {
    await fail(services, practiceId, scan, "unexpected");
    throw error;
  }
}

/** False: the scan was removed meanwhile, and the picture of it must go as well (S23). */
function settle(
  services: Services,
  practiceId: string,
  { uploadId }: ClaimedStill,
  made: { readonly bytes: number; readonly width: number; readonly height: number },
): Promise<boolean> {
  return inPractice(services.db, practiceId, async (tx) => {
    const [scan] = await tx.$queryRaw<{ id: string }[]>`
      select id from tenant.upload
      where practice_id = ${practiceId}::uuid and id = ${uploadId}::uuid and state = 'stored' for update`;
    if (!scan) return false;
    const { count } = await tx.scanStill.updateMany({
      where: { practiceId, uploadId },
      data: { ...made, madeAt: fromInstant(services.now), failedReason: null },
    });
    return count === 1;
  });
}

async function fail(
  services: Services,
  practiceId: string,
  { uploadId, tries }: ClaimedStill,
  failedReason: DrawRefusal | "unexpected",
): Promise<void> {
  const isFinal = failedReason === "unreadable" || failedReason === "empty";
  await inPractice(services.db, practiceId, (tx) =>
    tx.scanStill.updateMany({
      where: { practiceId, uploadId, madeAt: null },
      data: {
        failedReason,
        tries: isFinal ? MOST_TRIES : tries,
        claimedUntil: fromInstant(services.now.add({ minutes: AGAIN_MINUTES })),
      },
    }),
  );
}
