import { patient } from "@/features/access/route-gates";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { listAppointments } from "@/features/appointments/queries";
import { bookingRefusals } from "@/features/appointments/refusals";
import {
  appointmentAnswer,
  appointmentsAnswer,
  appointmentsQuery,
  bookingRequest,
} from "@/features/appointments/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listAppointments",
  summary: "The patient's visits: upcoming, the next first; or past, the latest first.",
  method: "GET",
  path: "/api/appointments",
  gate: patient,
  query: appointmentsQuery,
  answer: appointmentsAnswer,
  refusals: {},
  run: listAppointments,
});

export const POST = route({
  operation: "bookAppointment",
  summary: "Books a free or held time, or requests it where the type of visit needs a yes.",
  method: "POST",
  path: "/api/appointments",
  status: 201,
  gate: patient,
  body: bookingRequest,
  answer: appointmentAnswer,
  refusals: bookingRefusals,
  limit: { name: "bookings", per: "session", points: 30, windowSeconds: 600 },
  run: bookAppointment,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
