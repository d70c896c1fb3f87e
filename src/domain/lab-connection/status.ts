import { Temporal } from "temporal-polyfill";
import type { LabPolicy } from "@/domain/lab-connection/policy";

/** R43: a connection is "expiring" this long before it is due. */
export const EXPIRING_DAYS = 14;

/** What is known of one orthodontist's connection to one lab. */
export interface LabConnectionFacts {
  readonly lastAuthenticatedAt: Temporal.Instant | null;
  readonly lastAcceptedScanAt: Temporal.Instant | null;
  readonly disabledAt: Temporal.Instant | null;
  /** When the lab last turned our sign-in down (401, `invalid_grant`). */
  readonly refusedByLabAt: Temporal.Instant | null;
  readonly policy: LabPolicy;
}

export type DueReason = "cut_over" | "inactive" | "periodic";
export type ReauthenticationReason = "refused_by_lab" | DueReason;

export interface Due {
  readonly dueAt: Temporal.Instant;
  readonly dueReason: DueReason;
}

export type LabConnectionStatus =
  | { readonly state: "disabled" }
  | { readonly state: "never_connected" }
  | {
      readonly state: "reauthentication_required";
      readonly reason: ReauthenticationReason;
      readonly since: Temporal.Instant;
    }
  | ({ readonly state: "connected" | "expiring" } & Due);

/** R43: a day is 24 hours, whatever the clocks of a time zone do. */
export function addDays(at: Temporal.Instant, days: number): Temporal.Instant {
  return at.add({ hours: days * 24 });
}

/**
 * The clocks that run on a connection, in the order in which their reasons are shown (R44).
 * A sign-in older than the cut-over counts for nothing but one thing: it works until the cut-over.
 */
export function dueDates(facts: LabConnectionFacts): Due[] {
  const { lastAuthenticatedAt, policy } = facts;
  if (lastAuthenticatedAt === null) return [];
  if (policy.cutOver && isBefore(lastAuthenticatedAt, policy.cutOver.countsFrom)) {
    return [{ dueAt: policy.cutOver.at, dueReason: "cut_over" }];
  }
  return [
    {
      dueAt: addDays(activeAt(facts, lastAuthenticatedAt), policy.inactiveDays),
      dueReason: "inactive",
    },
    { dueAt: addDays(lastAuthenticatedAt, policy.periodicDays), dueReason: "periodic" },
  ];
}

/** The later of the last sign-in and the last scan the lab accepted: the inactivity clock's start. */
export function activeAt(
  facts: Pick<LabConnectionFacts, "lastAcceptedScanAt">,
  lastAuthenticatedAt: Temporal.Instant,
): Temporal.Instant {
  const scanAt = facts.lastAcceptedScanAt;
  return scanAt !== null && isBefore(lastAuthenticatedAt, scanAt) ? scanAt : lastAuthenticatedAt;
}

/**
 * The state of a lab connection, from facts and the clock alone (R43, R44). The reason is the first
 * that applies: disabled, refused by the lab, cut-over, inactive, periodic.
 */
export function labConnectionStatus(
  facts: LabConnectionFacts,
  now: Temporal.Instant,
): LabConnectionStatus {
  if (facts.disabledAt !== null) return { state: "disabled" };
  if (facts.lastAuthenticatedAt === null) return { state: "never_connected" };
  // Signing in answers an earlier refusal; only a later one counts.
  if (facts.refusedByLabAt !== null && isBefore(facts.lastAuthenticatedAt, facts.refusedByLabAt)) {
    return required("refused_by_lab", facts.refusedByLabAt);
  }
  const dues = dueDates(facts);
  const passed = dues.find((due) => !isBefore(now, due.dueAt));
  if (passed) return required(passed.dueReason, passed.dueAt);
  const next = dues.reduce((earliest, due) =>
    isBefore(due.dueAt, earliest.dueAt) ? due : earliest,
  );
  const isExpiring =
    next.dueReason === "cut_over" || !isBefore(now, addDays(next.dueAt, -EXPIRING_DAYS));
  return { state: isExpiring ? "expiring" : "connected", ...next };
}

/** R46: whether a case may leave now, or is held. */
export function canSendCases(status: LabConnectionStatus): boolean {
  return status.state === "connected" || status.state === "expiring";
}

function required(reason: ReauthenticationReason, since: Temporal.Instant): LabConnectionStatus {
  return { state: "reauthentication_required", reason, since };
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
