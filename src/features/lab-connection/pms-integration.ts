import { pmsHealth } from "@/features/pms/pms-health";
import { instantOf } from "./lab-integration";
import type { Integration } from "./schema";

export interface PmsConnectionRow {
  readonly practiceId: string;
  readonly kind: string;
  readonly disabledAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastFailure: string | null;
}

const names: Readonly<Record<string, string>> = { dentally: "Dentally" };

/** The practice's PMS beside the labs, in the same words (R50). Null where the portal keeps the records itself. */
export function pmsIntegration(connection: PmsConnectionRow | null): Integration | null {
  if (!connection || connection.kind === "local") return null;
  const { practiceId, kind, lastFailure } = connection;
  const lastSuccessAt = instantOf(connection.lastSuccessAt);
  const health = pmsHealth({
    disabledAt: instantOf(connection.disabledAt),
    lastSuccessAt,
    lastFailureAt: instantOf(connection.lastFailureAt),
    lastFailure,
  });
  return {
    id: practiceId,
    kind: "pms",
    name: names[kind] ?? kind,
    state: health.state,
    reason: "reason" in health ? health.reason : null,
    since: "since" in health ? health.since.toString() : null,
    dueAt: null,
    dueReason: null,
    canSend: health.state === "connected",
    notices: [],
    lastAuthenticatedAt: null,
    lastAcceptedScanAt: null,
    lastSuccessAt: lastSuccessAt?.toString() ?? null,
    problem: "problem" in health ? health.problem : null,
    rule: null,
  };
}
