import type { ScanFault } from "@/domain/scans/scan-facts";
import type { RefusalTable } from "@/lib/refusal-table";
import type { BeginScanRefusal } from "./begin-scan";
import type { FinishScanRefusal } from "./finish-scan";
import type { RemoveScanRefusal } from "./remove-scan";
import type { PieceRefusal } from "./store-scan-piece";

const not_found = { status: 404, words: "refusals.not_found" } as const;
const case_closed = { status: 409, words: "scans.upload.refusals.case_closed" } as const;
const wrong_place = { status: 409, words: "scans.upload.refusals.wrong_place" } as const;

const faults: RefusalTable<ScanFault> = {
  not_a_scan: { status: 415, words: "scans.upload.refusals.not_a_scan" },
  wrong_length: { status: 422, words: "scans.upload.refusals.wrong_length" },
  cut_short: { status: 422, words: "scans.upload.refusals.cut_short" },
  not_a_number: { status: 422, words: "scans.upload.refusals.not_a_number" },
  no_triangles: { status: 422, words: "scans.upload.refusals.no_triangles" },
  too_large_extent: { status: 422, words: "scans.upload.refusals.too_large_extent" },
  too_small_extent: { status: 422, words: "scans.upload.refusals.too_small_extent" },
  index_out_of_range: { status: 422, words: "scans.upload.refusals.index_out_of_range" },
  too_many_corners: { status: 422, words: "scans.upload.refusals.too_many_corners" },
};

export const beginScanRefusals: RefusalTable<BeginScanRefusal> = {
  not_found,
  case_closed,
  type_not_accepted: { status: 415, words: "scans.upload.refusals.type_not_accepted" },
  quota_reached: { status: 429, words: "scans.upload.refusals.quota_reached" },
};

export const scanProgressRefusals: RefusalTable<"not_found"> = { not_found };

export const pieceRefusals: RefusalTable<PieceRefusal> = {
  not_found,
  wrong_place,
  incomplete: { status: 400, words: "scans.upload.refusals.incomplete" },
  ...faults,
};

export const finishScanRefusals: RefusalTable<FinishScanRefusal> = {
  not_found,
  case_closed,
  wrong_place,
  busy: { status: 503, words: "scans.upload.refusals.busy" },
  differs: { status: 422, words: "scans.upload.refusals.differs" },
  ...faults,
};

export const removeScanRefusals: RefusalTable<RemoveScanRefusal> = { not_found, case_closed };
