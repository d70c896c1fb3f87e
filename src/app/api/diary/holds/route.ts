import { clinic } from "@/features/access/route-gates";
import { holdForPatient } from "@/features/diary/hold-for-patient";
import { deskTimeRefusals } from "@/features/diary/refusals";
import { deskHoldAnswer, deskTime } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "holdForPatient",
  summary: "Holds a time for five minutes while the patient is on the phone.",
  method: "POST",
  path: "/api/diary/holds",
  status: 201,
  gate: clinic(),
  body: deskTime,
  answer: deskHoldAnswer,
  refusals: deskTimeRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: holdForPatient,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
