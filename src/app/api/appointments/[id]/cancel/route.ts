import { patient } from "@/features/access/route-gates";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { cancellingRefusals } from "@/features/appointments/refusals";
import {
  appointmentAnswer,
  appointmentParams,
  cancelRequest,
} from "@/features/appointments/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "cancelAppointment",
  summary: "Cancels a visit with a reason; its time is free again at once.",
  method: "POST",
  path: "/api/appointments/{id}/cancel",
  gate: patient,
  params: appointmentParams,
  body: cancelRequest,
  answer: appointmentAnswer,
  refusals: cancellingRefusals,
  limit: { name: "bookings", per: "session", points: 30, windowSeconds: 600 },
  run: cancelAppointment,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
