import * as z from "zod";

/** S15. */
export const SCAN_LIMIT_BYTES = 200_000_000;
/** Below what the server in front of the routes takes at once. */
export const PIECE_BYTES = 8_000_000;

export const scanArch = z.enum(["upper", "lower", "bite"]);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const caseScansParams = z.strictObject({ id: z.uuid() });
export const scanParams = z.strictObject({ id: z.uuid(), scanId: z.uuid() });

export const beginScanBody = z.strictObject({
  arch: scanArch,
  fileName: z.string().trim().min(1).max(150),
  byteCount: z.int().min(1).max(SCAN_LIMIT_BYTES),
  /** SHA-256 of the first megabyte, hex: whether a file chosen again is the same. */
  headSha256: sha256,
});
export type BeginScan = z.output<typeof beginScanBody>;

export const scanProgress = z.strictObject({
  id: z.uuid(),
  receivedBytes: z.int(),
  byteCount: z.int(),
  pieceBytes: z.int(),
});
export type ScanProgress = z.infer<typeof scanProgress>;

export const pieceQuery = z.strictObject({ from: z.string().regex(/^\d{1,9}$/) });

export const finishScanBody = z.strictObject({
  /** Of the whole, where the sender made one. */
  sha256: sha256.optional(),
});

export const scanView = z.strictObject({
  id: z.uuid(),
  arch: scanArch,
  fileName: z.string(),
  bytes: z.int(),
});
export type ScanView = z.infer<typeof scanView>;

export const scanRemoved = z.strictObject({ removed: z.literal(true) });
