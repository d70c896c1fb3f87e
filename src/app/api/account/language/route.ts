import { LONGEST_COOKIE_SECONDS } from "@/features/access/cookies";
import { signedIn } from "@/features/access/route-gates";
import { changeLanguage } from "@/features/account/change-language";
import { languageChanged, languageRequest } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeLanguage",
  summary: "Chooses the language of pages, mails and texts",
  method: "POST",
  path: "/api/account/language",
  gate: signedIn,
  body: languageRequest,
  answer: languageChanged,
  refusals: {},
  run: changeLanguage,
  present: ({ language }) => ({
    body: { language },
    cookies: [{ name: "language", value: language, maxAgeSeconds: LONGEST_COOKIE_SECONDS }],
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
