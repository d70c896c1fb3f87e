import { anyone } from "@/features/access/route-gates";
import { confirmVisit } from "@/features/reminders/confirm-visit";
import { confirmVisitRefusals } from "@/features/reminders/refusals";
import { confirmVisitRequest, visitConfirmed } from "@/features/reminders/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "confirmVisit",
  summary: "Says by the link of a reminder that the patient will come; said again it stays so",
  method: "POST",
  path: "/api/visit-links/confirm",
  gate: anyone,
  body: confirmVisitRequest,
  answer: visitConfirmed,
  refusals: confirmVisitRefusals,
  limit: { name: "visit-link", per: "address", points: 30, windowSeconds: 60 },
  maxBodyBytes: 8192,
  run: confirmVisit,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
