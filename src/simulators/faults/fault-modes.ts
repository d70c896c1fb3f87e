export const faultTargets = ["mail", "sms", "lab", "pms"] as const;
export type FaultTarget = (typeof faultTargets)[number];

/**
 * down: connections are closed unanswered. slow: every answer comes `slowMs` late. error: the outside fails (5xx).
 * accept-then-drop: the work is done, then the connection is closed instead of an answer. unauthorized: credentials
 * are refused. The two webhook modes concern status callbacks only; requests are answered normally.
 */
export const faultModes = [
  "ok",
  "down",
  "slow",
  "error",
  "accept-then-drop",
  "unauthorized",
  "duplicate-webhook",
  "out-of-order-webhook",
] as const;
export type FaultMode = (typeof faultModes)[number];

/** Mail has no callbacks, so the webhook modes would be a silent nothing there. */
export function isFaultPossible(target: FaultTarget, mode: FaultMode): boolean {
  return !(target === "mail" && mode.endsWith("-webhook"));
}
