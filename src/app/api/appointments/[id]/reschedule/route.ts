import { patient } from "@/features/access/route-gates";
import { reschedulingRefusals } from "@/features/appointments/refusals";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import {
  appointmentAnswer,
  appointmentParams,
  rescheduleRequest,
} from "@/features/appointments/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "rescheduleAppointment",
  summary: "Moves a visit: the old time is kept until the new one is won.",
  method: "POST",
  path: "/api/appointments/{id}/reschedule",
  gate: patient,
  params: appointmentParams,
  body: rescheduleRequest,
  answer: appointmentAnswer,
  refusals: reschedulingRefusals,
  limit: { name: "bookings", per: "session", points: 30, windowSeconds: 600 },
  run: rescheduleAppointment,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
