import { expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import { mailPurposes, smsPurposes } from "@/features/notifications/purposes";
import { type Language, languages, type Words, wordsOf } from "@/lib/words";
import { commonRefusals } from "@/server/refusals";

function keysOf(words: Words, prefix = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

const keys = (language: Language) => new Set(keysOf(wordsOf(language)));
const english = keys("en");

it.each(languages)("every word stands in %s", (language) => {
  const theirs = keys(language);
  expect([...english].filter((key) => !theirs.has(key))).toEqual([]);
});

it("every refusal of every route has words", () => {
  const tables = [commonRefusals, ...registeredRoutes.map(({ spec }) => spec.refusals)];
  const wanted = tables.flatMap((table) => Object.values(table).map(({ words }) => words));
  expect(wanted.filter((key) => !english.has(key))).toEqual([]);
});

it("every mail and text has words", () => {
  const mails = mailPurposes.filter((purpose) => !english.has(`mails.${purpose}.subject`));
  const texts = smsPurposes.filter(
    (purpose) => ![...english].some((key) => key.startsWith(`texts.${purpose}`)),
  );
  expect([...mails, ...texts]).toEqual([]);
});

it("the words are calm: no exclamation, no please, no oops", () => {
  const words = wordsOf("en");
  const loud = [...english].filter((key) => {
    const text = key
      .split(".")
      .reduce<Words | string | undefined>(
        (found, part) => (typeof found === "object" ? found[part] : undefined),
        words,
      );
    return typeof text === "string" && /!|\bplease\b|\boops\b|error occurred/i.test(text);
  });
  expect(loud).toEqual([]);
});
