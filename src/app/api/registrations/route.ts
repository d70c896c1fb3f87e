import { anyone } from "@/features/access/route-gates";
import { startRegistration } from "@/features/registration/details/start-registration";
import { startedCookies } from "@/features/registration/own-registration";
import { startRefusals } from "@/features/registration/refusals";
import { startSchema, stepAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "startRegistration",
  summary: "Begins a registration with the four details, or with a login link and the birth date",
  method: "POST",
  path: "/api/registrations",
  gate: anyone,
  body: startSchema,
  answer: stepAnswer,
  refusals: startRefusals,
  run: startRegistration,
  present: (started) => ({ body: { step: started.step }, cookies: startedCookies(started) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
