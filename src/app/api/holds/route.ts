import { patient } from "@/features/access/route-gates";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { holdRefusals } from "@/features/appointments/refusals";
import { holdAnswer, timeWish } from "@/features/appointments/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "holdTime",
  summary: "Holds a free time for five minutes; two at most.",
  method: "POST",
  path: "/api/holds",
  status: 201,
  gate: patient,
  body: timeWish,
  answer: holdAnswer,
  refusals: holdRefusals,
  limit: { name: "holds", per: "session", points: 60, windowSeconds: 600 },
  run: holdTime,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
