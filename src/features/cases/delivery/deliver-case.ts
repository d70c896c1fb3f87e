import { inPractice } from "@/db/transaction";
import { labConnectionStatus } from "@/domain/lab-connection/status";
import { MOST_TRIES } from "@/domain/notifications/delivery-tries";
import type { Result } from "@/domain/result";
import { type AtLabRefusal, atLab } from "@/features/lab-connection/at-lab";
import { connectionOfCase } from "@/features/lab-connection/connection-of-case";
import type { DeliveryOutcome } from "@/features/notifications/delivery-outcome";
import { type KeptLease, keepLease } from "@/features/notifications/keep-lease";
import type { LeasedDelivery } from "@/features/notifications/lease-delivery";
import type { Along } from "@/features/notifications/settle-delivery";
import type { JobServices } from "@/server/services";
import { moveCase } from "../move-case";
import { type OutgoingCase, outgoingCase } from "./case-order";
import { type CaseTrouble, whyHeld } from "./case-trouble";
import type { SaidToLab } from "./said-to-lab";
import { sayCancelled, sayPlanDecision } from "./say-decision";
import { sendCase } from "./send-case";
import { settleCase } from "./settle-case";

/** A try of a delivery to a lab, and what changes with it when it is settled. */
export interface TriedCase {
  /** Under the lease as it stands after the try. */
  readonly leased: LeasedDelivery;
  readonly outcome: DeliveryOutcome;
  readonly along: Along;
}

/** What waits for a sign-in is looked at again then; the sign-in itself makes it due at once. */
const HELD_MINUTES = 60;
/** Somebody else renews the tokens, or is about to have signed in. */
const BUSY_SECONDS = 3;

/** One try of what is said to a lab about a case: readiness is looked at now, not only on the page (S18). */
export async function deliverCase(
  services: JobServices,
  leased: LeasedDelivery,
  renewEveryMs?: number,
): Promise<TriedCase> {
  const lease = keepLease(services, leased, renewEveryMs);
  let said: SaidToLab = { outcome: { became: "not_sent", error: "died" } };
  let ended: LeasedDelivery;
  try {
    said =
      leased.tries > MOST_TRIES
        ? { outcome: { became: "refused", error: "gave_up" }, trouble: "no_answer" }
        : await say(services, leased, lease);
  } finally {
    ended = await lease.end();
  }
  return {
    leased: ended,
    outcome: said.outcome,
    along: (tx, became) => settleCase(tx, services, leased, said, became),
  };
}

async function say(
  services: JobServices,
  leased: LeasedDelivery,
  lease: KeptLease,
): Promise<SaidToLab> {
  const { practiceId, caseId } = leased;
  const subject = caseId === null ? null : { practiceId, caseId };
  if (!subject) return { outcome: { became: "dropped" } };
  if (!(await lease.holds())) return { outcome: { became: "not_sent", error: "lost" } };
  const begun = await begin(services, leased, subject);
  if ("outcome" in begun) return begun;
  const { connectionId } = begun;
  if (connectionId === null) return held(services, leased, "never_connected");
  const answer = await atLab(services, { practiceId, connectionId }, (access) => {
    if (leased.purpose === "case_plan_decided") return sayPlanDecision(services, access, begun);
    if (leased.purpose === "case_cancelled") return sayCancelled(services, access, begun);
    return sendCase(services, access, begun, lease);
  });
  if (answer.ok) return { outcome: { became: "delivered" }, lab: answer.value ?? undefined };
  return failed(services, leased, answer);
}

/** The case as it goes out, marked as on its way. */
async function begin(
  services: JobServices,
  leased: LeasedDelivery,
  subject: { readonly practiceId: string; readonly caseId: string },
): Promise<OutgoingCase | SaidToLab> {
  return inPractice(services.db, subject.practiceId, async (tx) => {
    const found = await outgoingCase(tx, subject);
    if (!found) return { outcome: { became: "dropped" } };
    const connection = await connectionOfCase(tx, subject);
    const trouble = connection
      ? whyHeld(labConnectionStatus(connection.facts, services.now))
      : "never_connected";
    if (isDecision(leased)) return trouble ? held(services, leased, trouble) : found;
    if (trouble) return held(services, leased, trouble);
    if (found.state === "sending") return found;
    const move = { event: "start_sending", mover: { by: "portal" } } as const;
    const moved = await moveCase(tx, services, subject, move);
    return moved.ok ? found : { outcome: { became: "dropped" } };
  });
}

function isDecision({ purpose }: LeasedDelivery): boolean {
  return purpose === "case_plan_decided" || purpose === "case_cancelled";
}

/** A case is held as a state of its own; what is said about one at the lab waits in its row. */
function held({ now }: JobServices, leased: LeasedDelivery, trouble: CaseTrouble): SaidToLab {
  return isDecision(leased)
    ? { outcome: { became: "held", untilAt: now.add({ minutes: HELD_MINUTES }) }, trouble }
    : { outcome: { became: "dropped" }, trouble };
}

function failed(
  services: JobServices,
  leased: LeasedDelivery,
  { reason, detail }: Extract<Result<never, AtLabRefusal>, { ok: false }>,
): SaidToLab {
  const code = typeof detail?.code === "string" ? detail.code : undefined;
  const status = typeof detail?.status === "number" ? String(detail.status) : undefined;
  const error = [`lab_${reason}`, status, code].filter((part) => part !== undefined).join(" ");
  const waitSeconds = detail?.retryAfterSeconds;
  const wait = typeof waitSeconds === "number" ? { waitSeconds } : {};
  switch (reason) {
    case "unauthorized":
      return held(services, leased, "refused_by_lab");
    case "not_ready":
    case "busy":
      return {
        outcome: { became: "postponed", untilAt: services.now.add({ seconds: BUSY_SECONDS }) },
      };
    case "refused":
      return {
        outcome: { became: "refused", error },
        trouble: code === "file_missing" ? "file_missing" : "refused",
      };
    case "unclear":
      return { outcome: { became: "unclear", error, ...wait }, trouble: "answer_unclear" };
    case "transient":
      return { outcome: { became: "not_sent", error, ...wait }, trouble: "no_answer" };
  }
}
