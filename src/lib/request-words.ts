import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { languageFor, wordsOf } from "./words";

/** Name of the cookie in which a person's chosen language travels. */
export const languageCookie = "language";

export default getRequestConfig(async ({ locale }) => {
  const language = languageFor(locale ?? (await cookies()).get(languageCookie)?.value);
  return { locale: language, messages: wordsOf(language), timeZone: "UTC" };
});
