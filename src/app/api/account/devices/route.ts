import { signedIn } from "@/features/access/route-gates";
import { subscribeRefusals } from "@/features/account/push/refusals";
import { subscribed, subscribeRequest } from "@/features/account/push/schema";
import { subscribe } from "@/features/account/push/subscribe";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "turnDeviceOn",
  summary: "Turns notices on for the browser that asks, by its push subscription",
  method: "POST",
  path: "/api/account/devices",
  gate: signedIn,
  body: subscribeRequest,
  answer: subscribed,
  refusals: subscribeRefusals,
  run: subscribe,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
