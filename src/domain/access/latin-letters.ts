const LETTERS_WITHOUT_BASE: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Lower case without accents; letters that Unicode does not take apart become their usual spelling. */
export function latinLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS_WITHOUT_BASE[letter] ?? letter);
}
