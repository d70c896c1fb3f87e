import { practiceCookie, SESSION_COOKIE_SECONDS } from "@/features/access/cookies";
import { chooseMembership } from "@/features/access/login/choose-membership";
import { membershipRefusals } from "@/features/access/refusals";
import { signedIn } from "@/features/access/route-gates";
import { membershipChosen, membershipRequest } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "chooseMembership",
  summary: "Goes on at another practice or in another role; the session gets a new token",
  method: "POST",
  path: "/api/login/membership",
  gate: signedIn,
  body: membershipRequest,
  answer: membershipChosen,
  refusals: membershipRefusals,
  run: chooseMembership,
  present: ({ url, sessionToken, practiceShortName }) => ({
    body: { url },
    cookies: [
      { name: "session", value: sessionToken, maxAgeSeconds: SESSION_COOKIE_SECONDS },
      practiceCookie(practiceShortName),
    ],
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
