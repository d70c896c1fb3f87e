import { clinic } from "@/features/access/route-gates";
import { patientParams } from "@/features/login-links/schema";
import { restrictionRefusals } from "@/features/records/record-refusals";
import { restriction, restrictionSchema } from "@/features/records/record-schema";
import { restrictBooking } from "@/features/records/restrict-booking";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "restrictBooking",
  summary: "Stops or allows a patient's online booking",
  method: "POST",
  path: "/api/patients/{id}/booking-restriction",
  gate: clinic("staff", "admin"),
  params: patientParams,
  body: restrictionSchema,
  answer: restriction,
  refusals: restrictionRefusals,
  run: restrictBooking,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
