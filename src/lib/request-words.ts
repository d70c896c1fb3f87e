import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { languageFor, wordsOf } from "./words";

/** Names of the cookie in which a person's chosen language travels: on https, and elsewhere. */
export const languageCookies = ["__Host-archway-language", "archway-language"] as const;

export default getRequestConfig(async ({ locale }) => {
  const jar = await cookies();
  const chosen = languageCookies.map((name) => jar.get(name)?.value).find(Boolean);
  const asked = (await headers()).get("accept-language")?.split(",")[0];
  const language = languageFor(locale ?? chosen ?? asked);
  return { locale: language, messages: wordsOf(language), timeZone: "UTC" };
});
