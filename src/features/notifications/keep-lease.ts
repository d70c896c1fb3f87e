import { inPractice } from "@/db/transaction";
import { LEASE_SECONDS } from "@/domain/notifications/delivery-tries";
import type { Services } from "@/server/services";
import type { LeasedDelivery } from "./lease-delivery";

/** A lease that is renewed while its try goes on. */
export interface KeptLease {
  /** Told when somebody else holds the delivery now: whoever lost it says nothing more. */
  readonly lost: AbortSignal;
  /** The delivery under the lease as it stands; asks the database. */
  holds(): Promise<boolean>;
  /** Ends the renewing; the delivery under its last lease. */
  end(): Promise<LeasedDelivery>;
}

/**
 * Renews a delivery's lease while its try goes on: a scan of 200 MB takes longer than a lease lasts (S17). A third of a
 * lease between renewals leaves two that may fail.
 */
export function keepLease(
  { db, log }: Pick<Services, "db" | "log">,
  leased: LeasedDelivery,
  everyMs = (LEASE_SECONDS * 1_000) / 3,
): KeptLease {
  const { practiceId, id } = leased;
  const lost = new AbortController();
  let untilAt = leased.leaseUntilAt;
  let going: Promise<boolean> = Promise.resolve(true);

  async function renew(): Promise<boolean> {
    if (lost.signal.aborted) return false;
    const [row] = await inPractice(
      db,
      practiceId,
      (tx) => tx.$queryRaw<{ untilAt: Date }[]>`
        update tenant.delivery set lease_until_at = app_now() + make_interval(secs => ${LEASE_SECONDS})
        where practice_id = ${practiceId}::uuid and id = ${id}::uuid and state = 'sending'
          and lease_until_at = ${untilAt} and lease_until_at > app_now()
        returning lease_until_at as "untilAt"`,
    );
    if (row) untilAt = row.untilAt;
    else lost.abort();
    return row !== undefined;
  }
  /** One after the other: each must know the lease of the one before. */
  const renewed = (): Promise<boolean> => {
    going = going.catch(() => false).then(renew);
    return going;
  };
  const timer = setInterval(() => {
    renewed().catch(() => log.warn({ delivery: id }, "a lease could not be renewed"));
  }, everyMs);
  return {
    lost: lost.signal,
    holds: renewed,
    end: async () => {
      clearInterval(timer);
      await going.catch(() => false);
      return { ...leased, leaseUntilAt: untilAt };
    },
  };
}
