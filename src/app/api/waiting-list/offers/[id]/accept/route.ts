import { patient } from "@/features/access/route-gates";
import { appointmentAnswer } from "@/features/appointments/schema";
import { acceptOffer } from "@/features/waiting-list/accept-offer";
import { acceptRefusals } from "@/features/waiting-list/refusals";
import { entryParams, patientBody } from "@/features/waiting-list/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "acceptOffer",
  summary: "Takes an offered time; the first to accept has it.",
  method: "POST",
  path: "/api/waiting-list/offers/{id}/accept",
  gate: patient,
  params: entryParams,
  body: patientBody,
  answer: appointmentAnswer,
  refusals: acceptRefusals,
  limit: { name: "bookings", per: "session", points: 30, windowSeconds: 600 },
  run: acceptOffer,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
