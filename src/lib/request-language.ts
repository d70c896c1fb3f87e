import { type Language, languageFor } from "./words";

/** The language a request is answered in: the chosen one, else what the browser asks for. */
export function languageOf(request: Request): Language {
  return languageAsked(request.headers.get("cookie"), request.headers.get("accept-language"));
}

/** The same of the two headers that say it. */
export function languageAsked(
  cookie: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Language {
  const chosen = /(?:^|;\s*)(?:__Host-)?archway-language=([A-Za-z-]{2,10})/.exec(cookie ?? "")?.[1];
  return languageFor(chosen ?? acceptLanguage?.split(",")[0]);
}
