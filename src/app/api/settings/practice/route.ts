import { clinic, withStepUp } from "@/features/access/route-gates";
import { changePractice } from "@/features/practices/identity/change-practice";
import { practiceRefusals } from "@/features/practices/identity/refusals";
import { practiceRequest } from "@/features/practices/identity/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changePractice",
  summary: "The practice's name, colour, support contact, sender, countries and daily texts",
  method: "POST",
  path: "/api/settings/practice",
  gate: withStepUp(clinic("admin")),
  body: practiceRequest,
  answer: changedAnswer,
  refusals: practiceRefusals,
  run: changePractice,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
