/** Twilio's words for how far a text got, as the status callback and the API give them, in ours. */
export function smsStatus(
  status: string,
): "accepted" | "sent" | "delivered" | "undelivered" | "failed" {
  if (status === "delivered" || status === "read" || status === "received") return "delivered";
  if (status === "undelivered" || status === "sent") return status;
  if (status === "failed" || status === "canceled") return "failed";
  return "accepted";
}
