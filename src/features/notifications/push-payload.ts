import type { Env } from "@/env";
import { linkFor } from "./link-for";
import type { PushPurpose } from "./purposes";
import { say, wordsFor } from "./said";

/** What a browser shows of a push; its worker reads it. No name, no subject, no word of a message (S23). */
export interface PushPayload {
  readonly title: string;
  readonly body: string;
  /** A path of ours. */
  readonly page: string;
  /** A later notice with the same tag takes its place. */
  readonly tag: string;
}

/** A push in words, in the person's language: the practice's name, that there is something, and where. */
export function pushPayload(
  env: Pick<Env, "appUrl">,
  facts: {
    readonly purpose: PushPurpose;
    readonly language: string;
    readonly values: Readonly<Record<string, string | number>>;
    readonly practiceName: string;
  },
): PushPayload {
  const { purpose, language, values, practiceName } = facts;
  const body = say(language, wordsFor(language, "pushes", purpose).text, {});
  if (body === null) throw new Error(`A word of ${purpose} is missing in ${language}`);
  const { page, thread } = values;
  const link = new URL(linkFor(env, purpose, typeof page === "string" ? { page } : {}));
  return {
    title: practiceName,
    body,
    page: `${link.pathname}${link.search}`,
    tag: `${purpose}${thread ?? ""}`,
  };
}
