import type { Env } from "@/env";
import type { DeliveryPractice } from "@/features/practices/delivery-practice";
import { formatInstantDay, formatInstantTime, zoneName } from "@/lib/format-time";
import { formatPhone } from "@/lib/phone";
import { linkFor } from "./link-for";
import type { MailPurpose } from "./purposes";
import { say, sayAll, type Values, wordsFor } from "./said";

/** A mail in words, before it has a look. */
export interface MailContent {
  readonly subject: string;
  readonly heading: string;
  /** The one thing worth finding again: a day and time, a login name. */
  readonly fact: string | null;
  readonly paragraphs: readonly string[];
  readonly actions: readonly { readonly label: string; readonly href: string }[];
  readonly after: readonly string[];
  readonly linkHint: string;
  readonly footer: readonly string[];
}

export interface MailFacts {
  readonly purpose: MailPurpose;
  readonly language: string;
  readonly values: Values;
  /** The opened secret: one token, or several with a space between (purposes.ts). */
  readonly secret: string | null;
  readonly practice: DeliveryPractice;
}

/** A purpose's words in the recipient's language, times in the practice's zone. Nothing clinical is among them (S23). */
export function mailContent(env: Pick<Env, "appUrl">, facts: MailFacts): MailContent {
  const { purpose, language } = facts;
  const words = wordsFor(language, "mails", purpose);
  const frame = wordsFor(language, "mails", "frame");
  const values = { ...facts.values, ...practiceValues(facts), ...visitTimes(facts) };
  const must = (sentence: typeof frame.help | undefined) => {
    const said = say(language, sentence, values);
    if (said === null) throw new Error(`A word of ${purpose} is missing in ${language}`);
    return said;
  };
  return {
    subject: must(words.subject),
    heading: must(words.heading),
    fact: say(language, words.fact, values),
    paragraphs: sayAll(language, words.paragraphs, withOneLogin(values)),
    actions: links(env, facts).map(({ href, loginName }) => ({
      label: say(language, words.actionFor, { loginName }) ?? must(words.action),
      href,
    })),
    after: sayAll(language, words.after, values),
    linkHint: must(frame.linkHint),
    footer: [must(frame.help), must(frame.automatic)],
  };
}

function practiceValues({ practice }: MailFacts): Values {
  const { name, supportPhone, supportEmail } = practice;
  return { practice: name, supportPhone: formatPhone(supportPhone), supportEmail };
}

/** Days and times as people say them, made of the instants a visit's mail was given. */
function visitTimes({ values, language, practice: { zone } }: MailFacts): Values {
  const { startsAt, previousStartsAt } = values;
  const previous =
    typeof previousStartsAt === "string"
      ? {
          previousDay: formatInstantDay(previousStartsAt, zone, language),
          previousTime: formatInstantTime(previousStartsAt, zone, language),
        }
      : {};
  if (typeof startsAt !== "string") return {};
  return {
    day: formatInstantDay(startsAt, zone, language),
    time: formatInstantTime(startsAt, zone, language),
    zoneName: zoneName(startsAt, zone, language),
    ...previous,
  };
}

/** With several logins, each is named on its own button instead. */
function withOneLogin(values: Values): Values {
  const names = String(values.loginNames ?? "").split(" ");
  return names.length === 1 && names[0] ? { ...values, loginName: names[0] } : values;
}

function links(env: Pick<Env, "appUrl">, { purpose, values, secret }: MailFacts) {
  const page = typeof values.page === "string" ? values.page : undefined;
  const tokens = secret === null ? [undefined] : secret.split(" ");
  const loginNames = String(values.loginNames ?? "").split(" ");
  return tokens.map((token, index) => ({
    href: linkFor(env, purpose, { token, page }),
    // Undefined with one login: the plain label then.
    loginName: tokens.length > 1 ? loginNames[index] : undefined,
  }));
}
