import * as z from "zod";
import type { HttpAnswer } from "../http/serve";
import { declared, declareFiles } from "./cases";
import type { LabWorld } from "./changes";
import { labError } from "./errors";
import { type CaseCall, changeOnce } from "./once";
import { writeReport } from "./reports";

const addition = declared
  .extend({ prescription: z.record(z.string(), z.unknown()).optional() })
  .refine(
    ({ scans, photos, prescription }) =>
      scans.length > 0 || photos.length > 0 || prescription !== undefined,
    "expected scans, photos or a prescription",
  );

/** `POST /cases/{id}/additions`: the records the lab asked for, under the same case number. */
export function addToCase(world: LabWorld, call: CaseCall): Promise<HttpAnswer> {
  return changeOnce(world, call, {
    kind: "addition",
    schema: addition,
    said: ({ scans }) => scans.map(({ scanId }) => scanId).join(" "),
    apply: async (tx, row, { scans, photos, prescription }, { now, changedAt }) => {
      if (row.status !== "needs_records") {
        return labError(409, "records_not_wanted", "The lab did not ask for records.");
      }
      const known = await tx.query<{ scan_id: string; sha256: string }>(
        "select scan_id, sha256 from scan where case_id = $1",
        [row.id],
      );
      const before = new Map(known.map((scan) => [scan.scan_id, scan.sha256]));
      const isOther = (id: string, sha256: string) => (before.get(id) ?? sha256) !== sha256;
      if (
        scans.some(({ scanId, sha256 }) => isOther(scanId, sha256)) ||
        photos.some(({ photoId, sha256 }) => isOther(photoId, sha256))
      ) {
        return labError(422, "scan_known", "A scan or photo came before with another content.");
      }
      const fresh = {
        scans: scans.filter(({ scanId }) => !before.has(scanId)),
        photos: photos.filter(({ photoId }) => !before.has(photoId)),
      };
      await declareFiles(tx, row.id, fresh);
      const isWhole = fresh.scans.length === 0 && fresh.photos.length === 0;
      const status = isWhole ? "received" : "awaiting_scans";
      await tx.query(
        `update lab_case set status = $2, received_at = $3, updated_at = $4,
           prescription = coalesce($5, prescription) where id = $1`,
        [
          row.id,
          status,
          isWhole ? now : null,
          changedAt,
          prescription === undefined ? null : JSON.stringify(prescription),
        ],
      );
      if (status === "received") {
        await writeReport(tx, await world.faults.mode("lab"), row, { status, at: now });
      }
      return undefined;
    },
  });
}
