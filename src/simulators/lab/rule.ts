import type { DoctorRow, LabRow } from "./lab-store";

/** Why the lab wants a new sign-in; null when it takes cases. */
export type SignInReason = "never-signed-in" | "cut-over" | "inactive" | "periodic" | null;

const dayMs = 86_400_000;

/**
 * The lab's rule, as the lab itself enforces it: written apart from Archway's own rule on purpose, so that neither
 * hides a mistake of the other.
 */
export function signInReason(
  lab: LabRow,
  { last_authenticated_at, last_scan_at }: DoctorRow,
  nowMs: number,
): SignInReason {
  if (last_authenticated_at === null) return "never-signed-in";
  const signedInMs = last_authenticated_at.getTime();
  const isCutOver = lab.cut_over_at !== null && lab.cut_over_at.getTime() <= nowMs;
  if (isCutOver && lab.counts_from !== null && signedInMs < lab.counts_from.getTime()) {
    return "cut-over";
  }
  const activeMs = Math.max(signedInMs, last_scan_at?.getTime() ?? 0);
  if (nowMs - activeMs >= lab.inactive_days * dayMs) return "inactive";
  return nowMs - signedInMs >= lab.reauthenticate_days * dayMs ? "periodic" : null;
}
