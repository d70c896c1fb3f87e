import { expect, it, vi } from "vitest";
import { spoken } from "@/features/offline/worker/page-words";
import { page } from "../../messages/en/offline.json";

const inArabic = { ...page, title: "لا يوجد اتصال" };
const inSpanish = { ...page, title: "Sin conexión" };
vi.stubGlobal("offlinePageWords", { en: page, ar: inArabic, es: inSpanish });

it.each([
  ["the language of the kept pages before the browser's", ["es", "ar", "en"], "es", "ltr"],
  ["the browser's, where nothing is kept", [undefined, "ar-EG", "en"], "ar", "rtl"],
  ["the next that there is", ["sv-SE", "nb", "es-MX"], "es", "ltr"],
  ["English where there is none of them", ["sv", "toString"], "en", "ltr"],
])("%s", (_, wanted, language, direction) => {
  expect(spoken(wanted)).toMatchObject({ language, direction });
});

it("the words are those of that language", () => {
  expect(spoken(["ar"]).words.title).toBe(inArabic.title);
});
