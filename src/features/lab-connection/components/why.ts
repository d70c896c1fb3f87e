import type { Integration } from "../schema";

const dayMs = 86_400_000;

/** The key of `labConnection.why` that says why an integration is in its state. */
export function whyKey({ state, reason, kind, problem }: Integration) {
  if (reason !== null) return reason;
  if (state === "reauthentication_required") return "refused_by_lab";
  if (kind === "lab" || state === "disabled" || state === "expiring") return state;
  if (state === "never_connected") return "pms_never_connected";
  return problem === null ? "pms_connected" : "pms_problem";
}

/** Whole days of 24 hours behind the reason: since the sign-in, or since anything counted as activity. */
export function daysSince(integration: Integration, now: string): number {
  const { reason, lastAuthenticatedAt, lastAcceptedScanAt } = integration;
  const signedIn = Date.parse(lastAuthenticatedAt ?? now);
  const scanned = Date.parse(lastAcceptedScanAt ?? lastAuthenticatedAt ?? now);
  const from = reason === "inactive" ? Math.max(signedIn, scanned) : signedIn;
  return Math.max(Math.floor((Date.parse(now) - from) / dayMs), 0);
}
