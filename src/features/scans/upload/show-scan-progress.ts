import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { findBegun } from "./find-begun";
import { PIECE_BYTES, type ScanProgress } from "./schema";

/** How much of a scan has come, for whoever began it (S15). Refusal: `not_found`. */
export async function showScanProgress(
  services: Services,
  actor: ClinicActor,
  input: { readonly id: string; readonly scanId: string },
): Promise<Result<ScanProgress, "not_found">> {
  const begun = await findBegun(services, actor, input);
  if (!begun) return refused("not_found");
  const { receivedBytes, byteCount } = begun;
  return ok({ id: input.scanId, receivedBytes, byteCount, pieceBytes: PIECE_BYTES });
}
