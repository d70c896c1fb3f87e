import { signedIn } from "@/features/access/route-gates";
import { subscriptionParams, subscriptionRemoved } from "@/features/account/push/schema";
import { unsubscribe } from "@/features/account/push/unsubscribe";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "turnDeviceOff",
  summary: "Turns notices off for one of one's browsers",
  method: "POST",
  path: "/api/account/devices/{id}/remove",
  gate: signedIn,
  params: subscriptionParams,
  answer: subscriptionRemoved,
  refusals: { not_found: { status: 404, words: "refusals.not_found" } },
  run: unsubscribe,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
