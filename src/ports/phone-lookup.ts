import type { Result } from "@/domain/result";

/** `fixed-line-or-mobile`: nobody could say; a code that comes back decides (S4). `invalid`: no such number. */
export type LineType =
  | "mobile"
  | "non-fixed-voip"
  | "landline"
  | "fixed-voip"
  | "other"
  | "fixed-line-or-mobile"
  | "unknown"
  | "invalid";

export interface PhoneLookupPort {
  /** What kind of line an E.164 number is. When refused, the code itself decides. */
  lineType(e164: string): Promise<Result<LineType, "unauthorized" | "unreachable">>;
}
