import { updatePortalContact } from "@/features/pms/update-portal-contact";
import { updateRecordDetails } from "@/features/pms/update-record-details";
import type { JobServices } from "@/server/services";
import type { DeliveryOutcome } from "./delivery-outcome";
import type { LeasedDelivery } from "./lease-delivery";

/** One try of a PMS update. It says what the record says now, so a repeat does no harm. */
export async function sendPmsUpdate(
  services: JobServices,
  { practiceId, patientId, purpose }: LeasedDelivery,
): Promise<DeliveryOutcome> {
  if (patientId === null) return { became: "refused", error: "no_patient" };
  const update = purpose === "record_changes" ? updateRecordDetails : updatePortalContact;
  const told = await update(services, { practiceId, patientId });
  if (told.ok) return { became: "delivered" };
  const error = told.reason;
  switch (told.reason) {
    case "unclear":
      return { became: "unclear", error };
    case "rate_limited": {
      const asked = told.detail?.retryAfterSeconds;
      return {
        became: "not_sent",
        error,
        ...(typeof asked === "number" && { waitSeconds: asked }),
      };
    }
    // Somebody repairs these within the day, or staff see it as undelivered.
    case "unauthorized":
    case "unreachable":
    case "not_readable":
    case "disabled":
      return { became: "not_sent", error };
    case "not_found":
    case "refused":
    case "not_verified":
    case "not_linked":
      return { became: "refused", error };
  }
}
