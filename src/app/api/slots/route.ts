import { patient } from "@/features/access/route-gates";
import { slotsRefusals } from "@/features/appointments/refusals";
import { slotsAnswer, slotsQuery } from "@/features/appointments/schema";
import { listSlots } from "@/features/appointments/slot-queries";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listSlots",
  summary: "Free times of practice days from (inclusive) to (exclusive), 62 days at most.",
  method: "GET",
  path: "/api/slots",
  gate: patient,
  query: slotsQuery,
  answer: slotsAnswer,
  refusals: slotsRefusals,
  run: listSlots,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
