import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import type { DeliveryState } from "@/db/generated/enums";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { decideAfterTry, nextLookAt, untilExpiry } from "@/domain/notifications/delivery-tries";
import type { Services } from "@/server/services";
import type { DeliveryOutcome, Failed } from "./delivery-outcome";
import type { LeasedDelivery } from "./lease-delivery";

const secretErased = { sealedSecret: null, secretKeyId: null };

/** What changes with a delivery's state, in the same transaction. */
export type Along = (tx: Tx, became: DeliveryState) => Promise<void>;

/**
 * Writes down what a try came to, unless the lease has passed to somebody else meanwhile (S17). Answers the row's
 * state, or null when it was not ours any more; then nothing changes `along` either.
 */
export async function settleDelivery(
  services: Services,
  leased: LeasedDelivery,
  outcome: DeliveryOutcome,
  along?: Along,
): Promise<string | null> {
  return inPractice(services.db, leased.practiceId, async (tx) => {
    // Case before delivery, as everywhere: nobody waits for somebody who waits for them.
    if (leased.caseId !== null)
      await tx.$queryRaw`select from tenant.lab_case
        where practice_id = ${leased.practiceId}::uuid and id = ${leased.caseId}::uuid for update`;
    const [clock] = await tx.$queryRaw<[{ at: Date }]>`select app_now() as at`;
    const change = changeFor(leased, outcome, clock.at);
    const { practiceId, id, leaseUntilAt } = leased;
    const settled = await tx.delivery.updateMany({
      where: { practiceId, id, state: "sending", leaseUntilAt },
      data: { ...change, ...lastTrace(leased, change, clock.at), leaseUntilAt: null },
    });
    if (settled.count === 0) return null;
    await along?.(tx, change.state);
    return change.state;
  });
}

/** S23: the mail that tells of an erasure is the last place with the address, which goes with it, delivered or not. */
function lastTrace({ purpose }: LeasedDelivery, { settledAt }: Change, at: Date) {
  if (purpose !== "login_erased" || !settledAt) return {};
  return { ...secretErased, recipient: null, content: { values: {} }, emptiedAt: at };
}

type Change = Prisma.DeliveryUpdateManyMutationInput & { state: DeliveryState };

function changeFor(leased: LeasedDelivery, outcome: DeliveryOutcome, at: Date): Change {
  switch (outcome.became) {
    case "dropped":
      return { state: "dropped", settledAt: at, ...secretErased };
    case "postponed":
      return {
        state: leased.kind === "sms" && leased.mayBeSent ? "unknown" : "queued",
        tries: leased.tries - 1,
        nextTryAt: fromInstant(untilExpiry(outcome.untilAt, leased.expiresAt, leased.now)),
      };
    case "held":
      return {
        state: "queued",
        tries: 0,
        firstTriedAt: null,
        nextTryAt: fromInstant(outcome.untilAt),
        lastError: "held",
      };
    case "sent":
    case "delivered": {
      const { became, ...facts } = outcome;
      const nextTryAt = fromInstant(nextLookAt(toInstant(at), toInstant(at)));
      return {
        ...facts,
        ...secretErased,
        state: became,
        settledAt: at,
        lastError: null,
        nextTryAt,
      };
    }
    default:
      return changeAfter(leased, outcome, at);
  }
}

function changeAfter(leased: LeasedDelivery, failed: Failed, at: Date): Change {
  const lastError = failed.error;
  const after = decideAfterTry(failed.became, leased, toInstant(at), failed.waitSeconds);
  return after.state === "undelivered"
    ? { state: "undelivered", settledAt: at, lastError, ...secretErased }
    : {
        state: after.state,
        nextTryAt: fromInstant(after.nextTryAt),
        lastError,
        ...(failed.became === "unclear" && { unclearAt: at }),
      };
}
