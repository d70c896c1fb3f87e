import { inPractice } from "@/db/transaction";
import type { SmsStatus } from "@/ports/sms";
import type { Services } from "@/server/services";

/** What the provider reports of one text, by callback or when asked. */
export interface ReportedStatus {
  readonly practiceId: string;
  readonly deliveryId: string;
  readonly providerId: string;
  readonly status: SmsStatus;
  readonly errorCode: number | null;
}

/**
 * Writes down how far a text got. Reports may come twice, out of order, or before the sending job has settled: a text
 * that arrived stays so, and a report about a text whose answer was lost tells that it was sent (S17).
 */
export async function recordSmsStatus(
  services: Pick<Services, "db">,
  { practiceId, deliveryId, providerId, status, errorCode }: ReportedStatus,
): Promise<void> {
  const isFinal = status === "delivered" || status === "undelivered" || status === "failed";
  const state = isFinal ? (status === "delivered" ? "delivered" : "undelivered") : "sent";
  const error = state === "undelivered" ? `not_delivered ${errorCode ?? ""}`.trim() : null;
  await inPractice(
    services.db,
    practiceId,
    (tx) => tx.$executeRaw`
      update tenant.delivery
      set state = ${state}::tenant.delivery_state, provider_id = ${providerId}, last_error = ${error},
        settled_at = coalesce(settled_at, app_now()), sealed_secret = null, secret_key_id = null,
        lease_until_at = null, next_try_at = app_now() + interval '5 seconds'
      where practice_id = ${practiceId}::uuid and id = ${deliveryId}::uuid and kind = 'sms'
        and (provider_id is null or provider_id = ${providerId})
        and (state in ('sending', 'unknown') or (state = 'sent' and ${isFinal}))`,
  );
}
