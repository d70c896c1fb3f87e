import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { nextLookAt } from "@/domain/notifications/delivery-tries";
import type { JobServices } from "@/server/services";
import { priceMicros } from "./price";
import { recordSmsStatus } from "./record-sms-status";

/**
 * Asks the provider about a text that was sent: status and segments, where no callback told them, and the price, which
 * the provider knows later (R51). Asked again at growing gaps until both are known, for three days.
 */
export async function followText(
  services: JobServices,
  { practiceId, deliveryId }: { readonly practiceId: string; readonly deliveryId: string },
): Promise<void> {
  const { db, now, outside } = services;
  const key = { practiceId_id: { practiceId, id: deliveryId } };
  const text = await inPractice(db, practiceId, (tx) =>
    tx.delivery.findUnique({
      where: key,
      select: { providerId: true, priceMicros: true, settledAt: true, nextTryAt: true },
    }),
  );
  if (!text?.providerId || !text.settledAt || text.priceMicros !== null) return;
  if (text.nextTryAt > fromInstant(now)) return;
  const { providerId } = text;
  const status = await outside.sms.fetchStatus(providerId);
  const price = await outside.sms.fetchPrice(providerId);
  const priced = price.ok && price.value !== null ? price.value : null;
  const micros = priced === null ? null : priceMicros(priced.amount);
  if (status.ok) {
    const { status: reported, errorCode } = status.value;
    await recordSmsStatus(services, {
      practiceId,
      deliveryId,
      providerId,
      status: reported,
      errorCode,
    });
  }
  await inPractice(db, practiceId, (tx) =>
    tx.delivery.update({
      where: key,
      data: {
        nextTryAt: fromInstant(nextLookAt(toInstant(text.settledAt ?? text.nextTryAt), now)),
        ...(status.ok && status.value.segments > 0 && { segments: status.value.segments }),
        ...(micros !== null && { priceMicros: micros, priceCurrency: priced?.currency ?? null }),
      },
      select: { id: true },
    }),
  );
}
