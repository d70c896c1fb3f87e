import type { Env } from "@/env";
import { formatInstantTime } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import { carriesToken, linkFor } from "./link-for";
import type { SmsPurpose } from "./purposes";
import { say, type Values, wordsFor } from "./said";

// GSM 03.38's basic letters beyond ASCII: they cost no more than these. Anything else more than halves a segment.
const gsmLetters = new Set("äöüÄÖÜßåÅæÆøØñÑéÉèàìòùÇ");
const longestName = 40;

/** A text in words; `secret` is the code or token it carries. One segment where practice and address allow it. */
export function textBody(
  env: Pick<Env, "appUrl">,
  facts: {
    readonly purpose: SmsPurpose;
    readonly language: string;
    readonly values: Values;
    readonly secret: string | null;
    readonly practiceName: string;
    /** Of the practice, for the day and time of a visit. */
    readonly zone: string;
  },
): string {
  const { purpose, language, secret } = facts;
  const { page } = facts.values;
  const carried =
    secret === null
      ? { link: linkFor(env, purpose, typeof page === "string" ? { page } : {}) }
      : carriesToken(purpose)
        ? { link: linkFor(env, purpose, { token: secret }) }
        : { code: secret };
  const practice = plainName(facts.practiceName);
  const words = wordsFor(language, "texts", purpose).text;
  const body = say(language, words, {
    ...facts.values,
    ...visitTime(facts),
    ...carried,
    practice,
  });
  if (body === null) throw new Error(`A word of ${purpose} is missing in ${language}`);
  return body;
}

/** The day and time of a visit, as short as they are clear: "Fri 4 Dec", "10:40". */
function visitTime(facts: {
  readonly language: string;
  readonly values: Values;
  readonly zone: string;
}): Values {
  const { startsAt } = facts.values;
  if (typeof startsAt !== "string") return {};
  return {
    day: shortDay(startsAt, facts.language, { zone: facts.zone }),
    time: formatInstantTime(startsAt, facts.zone, facts.language),
  };
}

/** A practice's name in letters that a text carries cheaply: brackets other than round ones cost double. */
export function plainName(name: string): string {
  const plain = name.normalize("NFC").replace(/[[{]/g, "(").replace(/[\]}]/g, ")");
  const letters = [...plain].map((letter) =>
    gsmLetters.has(letter) ? letter : letter.normalize("NFKD").replace(/[^ -Z_a-z]/g, ""),
  );
  return letters.join("").replace(/\s+/g, " ").trim().slice(0, longestName).trim() || "Portal";
}
