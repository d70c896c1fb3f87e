import { patient } from "@/features/access/route-gates";
import { withdrawRefusals } from "@/features/appointments/refusals";
import { appointmentAnswer, appointmentParams, patientBody } from "@/features/appointments/schema";
import { withdrawWish } from "@/features/appointments/wishes/withdraw-wish";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "withdrawWish",
  summary: "Takes the wish for another time of a visit back; the visit stays as it is.",
  method: "POST",
  path: "/api/appointments/{id}/withdraw",
  gate: patient,
  params: appointmentParams,
  body: patientBody,
  answer: appointmentAnswer,
  refusals: withdrawRefusals,
  limit: { name: "bookings", per: "session", points: 30, windowSeconds: 600 },
  run: withdrawWish,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
