import { signedIn } from "@/features/access/route-gates";
import { testRefusals } from "@/features/account/push/refusals";
import { testQueued, testRequest } from "@/features/account/push/schema";
import { sendTest } from "@/features/account/push/send-test";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "testDevice",
  summary: "Sends a test notice to one of one's browsers, or to all",
  method: "POST",
  path: "/api/account/devices/test",
  gate: signedIn,
  body: testRequest,
  answer: testQueued,
  refusals: testRefusals,
  run: sendTest,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
