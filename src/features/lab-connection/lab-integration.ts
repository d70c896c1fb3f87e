import type { Temporal } from "temporal-polyfill";
import { toInstant } from "@/db/time";
import {
  canSendCases,
  type LabConnectionFacts,
  labConnectionStatus,
} from "@/domain/lab-connection/status";
import { labNotices } from "@/domain/lab-connection/warnings";
import type { Integration } from "./schema";

export interface LabRow {
  readonly id: string;
  readonly name: string;
  readonly periodicDays: number;
  readonly inactiveDays: number;
  readonly cutOverAt: Date | null;
  readonly cutOverCountsFrom: Date | null;
}

export interface LabConnectionRow {
  readonly lastAuthenticatedAt: Date | null;
  readonly lastAcceptedScanAt: Date | null;
  readonly refusedByLabAt: Date | null;
  readonly disabledAt: Date | null;
  readonly lastSuccessAt: Date | null;
}

/** The facts the lab's rule is about; without a row there was never a sign-in. */
export function labFacts(lab: LabRow, connection: LabConnectionRow | null): LabConnectionFacts {
  const { periodicDays, inactiveDays, cutOverAt, cutOverCountsFrom } = lab;
  const cutOver =
    cutOverAt && cutOverCountsFrom
      ? { cutOver: { at: toInstant(cutOverAt), countsFrom: toInstant(cutOverCountsFrom) } }
      : {};
  return {
    lastAuthenticatedAt: instantOf(connection?.lastAuthenticatedAt),
    lastAcceptedScanAt: instantOf(connection?.lastAcceptedScanAt),
    disabledAt: instantOf(connection?.disabledAt),
    refusedByLabAt: instantOf(connection?.refusedByLabAt),
    policy: { periodicDays, inactiveDays, ...cutOver },
  };
}

/** A lab connection's state from the real rule, now (R43, R44). */
export function labIntegration(
  lab: LabRow,
  connection: LabConnectionRow | null,
  now: Temporal.Instant,
): Integration {
  const facts = labFacts(lab, connection);
  const status = labConnectionStatus(facts, now);
  const isDue = "dueAt" in status;
  const { cutOver } = facts.policy;
  return {
    id: lab.id,
    kind: "lab",
    name: lab.name,
    state: status.state,
    reason: "reason" in status ? status.reason : null,
    since: "since" in status ? status.since.toString() : null,
    dueAt: isDue ? status.dueAt.toString() : null,
    dueReason: isDue ? status.dueReason : null,
    canSend: canSendCases(status),
    notices: labNotices(facts, now).map(({ dueReason, dueAt, daysLeft, daysWithoutScan }) => ({
      dueReason,
      dueAt: dueAt.toString(),
      daysLeft,
      daysWithoutScan,
    })),
    lastAuthenticatedAt: facts.lastAuthenticatedAt?.toString() ?? null,
    lastAcceptedScanAt: facts.lastAcceptedScanAt?.toString() ?? null,
    lastSuccessAt: instantOf(connection?.lastSuccessAt)?.toString() ?? null,
    problem: null,
    rule: {
      periodicDays: lab.periodicDays,
      inactiveDays: lab.inactiveDays,
      cutOver: cutOver
        ? { at: cutOver.at.toString(), countsFrom: cutOver.countsFrom.toString() }
        : null,
    },
  };
}

export function instantOf(date: Date | null | undefined): Temporal.Instant | null {
  return date ? toInstant(date) : null;
}
