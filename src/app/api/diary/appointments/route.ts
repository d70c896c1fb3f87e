import { clinic } from "@/features/access/route-gates";
import { bookForPatient } from "@/features/diary/book-for-patient";
import { deskTimeRefusals } from "@/features/diary/refusals";
import { deskBooking, diaryVisit } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "bookForPatient",
  summary: "Books a visit for a patient: any time that nobody else has.",
  method: "POST",
  path: "/api/diary/appointments",
  status: 201,
  gate: clinic(),
  body: deskBooking,
  answer: diaryVisit,
  refusals: deskTimeRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: bookForPatient,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
