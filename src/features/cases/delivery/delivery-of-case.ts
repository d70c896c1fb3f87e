import type { Tx } from "@/db/client";
import { type CaseTrouble, caseTroubles } from "./case-trouble";

/** How the delivery of a case to its lab stands, for its page. Instants as ISO 8601. */
export interface DeliveryFacts {
  /** Null: it is not on its way, or there. */
  readonly why: CaseTrouble | null;
  readonly tries: number;
  readonly nextTryAt: string | null;
  /** It goes out by itself after the next sign-in. */
  readonly isHeld: boolean;
  readonly canResend: boolean;
}

const troubled = new Set(["held_for_reauthentication", "send_failed", "delivery_unknown"]);

/** Null: no such case, or nothing to say of it: a draft, or the lab has it and was told everything. */
export async function deliveryOfCase(
  tx: Tx,
  { practiceId, caseId }: { readonly practiceId: string; readonly caseId: string },
): Promise<DeliveryFacts | null> {
  const found = await tx.labCase.findFirst({
    where: { practiceId, id: caseId },
    select: {
      state: true,
      caseEvents: { orderBy: { at: "desc" }, take: 1, select: { reason: true } },
      deliveries: {
        where: { kind: "lab_case" },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { state: true, tries: true, nextTryAt: true, lastError: true },
      },
    },
  });
  return found && factsOf(found);
}

interface Kept {
  readonly state: string;
  readonly caseEvents: readonly { readonly reason: string | null }[];
  readonly deliveries: readonly {
    readonly state: string;
    readonly tries: number;
    readonly nextTryAt: Date;
    readonly lastError: string | null;
  }[];
}

/** A case and its last delivery as one of the lists and the case's page show it. */
export function factsOf({ state, caseEvents, deliveries }: Kept): DeliveryFacts | null {
  const [last] = deliveries;
  const isUnderWay = last?.state === "queued" || last?.state === "sending";
  const isUntold = last?.state === "undelivered";
  if (!troubled.has(state) && !isUnderWay && !isUntold) return null;
  const isFailed = state === "send_failed" || state === "delivery_unknown";
  return {
    why: troubled.has(state) ? troubleOf(caseEvents[0]?.reason) : whyTried(last),
    tries: isUnderWay ? (last?.tries ?? 0) : 0,
    nextTryAt: last?.state === "queued" ? last.nextTryAt.toISOString() : null,
    isHeld: state === "held_for_reauthentication",
    canResend: isFailed || (isUntold && state !== "held_for_reauthentication"),
  };
}

function troubleOf(reason: string | null | undefined): CaseTrouble | null {
  return caseTroubles.find((one) => one === reason) ?? null;
}

/** In words what a row's `last_error` says, which is made for logs. */
function whyTried(last: Kept["deliveries"][number] | undefined): CaseTrouble | null {
  const error = last?.lastError;
  if (!error) return null;
  if (error === "held") return "refused_by_lab";
  if (error.startsWith("lab_refused")) return "refused";
  return error.startsWith("lab_unclear") ? "answer_unclear" : "no_answer";
}
