import { createHash } from "node:crypto";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { readScan } from "@/domain/scans/read-scan";
import type { ScanFault } from "@/domain/scans/scan-facts";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { discardScan } from "./discard-scan";
import { findBegun } from "./find-begun";
import { pieceKey } from "./piece-keys";
import { PIECE_BYTES, type ScanProgress } from "./schema";

export type PieceRefusal = "not_found" | "wrong_place" | "incomplete" | ScanFault;

/**
 * Takes the next piece of a scan: every piece but the last has `PIECE_BYTES` (S15). The header `x-sha256` (hex) is the
 * piece's own. The same piece once more changes nothing. Refusals: `not_found`; `wrong_place` with `receivedBytes`;
 * `incomplete` when the piece is not what its header says; a fault of the first piece, which ends the upload.
 */
export async function storeScanPiece(
  services: Services,
  actor: ClinicActor,
  input: { readonly id: string; readonly scanId: string; readonly from: string },
  request: Request,
): Promise<Result<ScanProgress, PieceRefusal>> {
  const { scanId } = input;
  const begun = await findBegun(services, actor, input);
  if (!begun) return refused("not_found");
  const { byteCount, receivedBytes } = begun;
  const from = Number(input.from);
  const progress = (received: number) =>
    ok({ id: scanId, receivedBytes: received, byteCount, pieceBytes: PIECE_BYTES });
  const expected = Math.min(PIECE_BYTES, byteCount - from);
  if (from % PIECE_BYTES === 0 && expected > 0 && from + expected === receivedBytes)
    return progress(receivedBytes);
  if (from !== receivedBytes || expected <= 0) return refused("wrong_place", { receivedBytes });
  const digest = request.headers.get("x-sha256")?.toLowerCase() ?? "";
  const key = pieceKey(scanId, from / PIECE_BYTES);
  const content = request.body ?? new Blob([]).stream();
  const put = await services.files.put({ id: key, content, limitBytes: expected });
  if (put.ok) {
    if (put.value.bytes !== expected || put.value.sha256 !== digest) {
      await services.files.delete(key);
      return refused("incomplete");
    }
  } else if (put.reason !== "taken") return refused("incomplete");
  // Stored by a request that ended before it could say so, or by one beside this.
  else if ((await digestOf(services, key)) !== digest) {
    await services.files.delete(key);
    return refused("incomplete");
  }
  const fault = from === 0 ? await judgeFirst(services, begun, key) : null;
  if (fault) {
    await discardScan(services, actor.practiceId, scanId, byteCount);
    return refused(fault);
  }
  const { practiceId } = actor;
  const noted = await inPractice(services.db, practiceId, (tx) =>
    tx.scanUpload.updateMany({
      where: { practiceId, uploadId: scanId, receivedBytes: BigInt(from), finishedAt: null },
      data: { receivedBytes: BigInt(from + expected), touchedAt: fromInstant(services.now) },
    }),
  );
  if (noted.count === 1) return progress(from + expected);
  const now = await findBegun(services, actor, input);
  if (now) return progress(now.receivedBytes);
  // It was taken away meanwhile.
  await services.files.delete(key);
  return refused("not_found");
}

/** Nonsense is refused before the rest is sent: a picture, a letter, a length that cannot be. */
async function judgeFirst(
  services: Services,
  { format, byteCount }: { readonly format: "stl" | "ply"; readonly byteCount: number },
  key: string,
): Promise<ScanFault | null> {
  const found = await services.files.get(key);
  if (!found.ok) throw new Error("the piece that was just stored is missing");
  const reading = readScan(format, byteCount);
  for await (const chunk of found.value.content) {
    const fault = reading.push(chunk);
    if (fault) return fault;
  }
  return null;
}

async function digestOf(services: Services, key: string): Promise<string | null> {
  const found = await services.files.get(key);
  if (!found.ok) return null;
  const hash = createHash("sha256");
  for await (const chunk of found.value.content) hash.update(chunk);
  return hash.digest("hex");
}
