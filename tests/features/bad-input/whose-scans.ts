import type { Try } from "./try";

const body = { arch: "upper", fileName: "a.stl", byteCount: 100, headSha256: "a".repeat(64) };

/** Every place where a case or its scan is named. A case is the practice's, who sends a scan goes on with it alone. */
export const scanTries: readonly Try[] = [
  {
    operation: "beginScan",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ caseId: id }) => ({ params: { id }, body }),
  },
  {
    operation: "showScanProgress",
    as: "orthodontist",
    sent: ({ caseId: id, scanId }) => ({ params: { id, scanId } }),
  },
  {
    operation: "removeScan",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ caseId: id, scanId }) => ({ params: { id, scanId } }),
  },
  {
    operation: "storeScanPiece",
    as: "orthodontist",
    sent: ({ caseId: id, scanId }) => ({
      params: { id, scanId },
      search: "from=0",
      raw: "solid",
      headers: { "content-type": "application/octet-stream" },
    }),
  },
  {
    operation: "finishScan",
    as: "orthodontist",
    sent: ({ caseId: id, scanId }) => ({ params: { id, scanId }, body: {} }),
  },
];
