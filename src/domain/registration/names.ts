/** Ways to write a letter that a keyboard abroad does not have; the first one is without its sign. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  å: ["a", "aa"],
  ä: ["a", "ae"],
  ö: ["o", "oe"],
  ü: ["u", "ue"],
  ø: ["o", "oe"],
  æ: ["ae", "a"],
  œ: ["oe", "o"],
  ß: ["ss", "s"],
  ł: ["l"],
  đ: ["d", "dj"],
  ð: ["d", "dh"],
  þ: ["th"],
  ı: ["i"],
};
/** A name with more readings than this is compared by its first 64; real names have a handful. */
const MAX_READINGS = 64;

/** Every plain spelling of a name: no accents, case, blanks, hyphens or apostrophes (R5). */
export function readings(name: string): ReadonlySet<string> {
  let spellings = [""];
  for (const letter of name.normalize("NFC").toLowerCase()) {
    const choices = SPELLINGS[letter] ?? [plain(letter)];
    spellings = spellings
      .flatMap((start) => choices.map((choice) => start + choice))
      .slice(0, MAX_READINGS);
  }
  return new Set(spellings);
}

function plain(letter: string): string {
  return letter.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
}

/** True when one spelling serves both: Jörg and Joerg, Åse and Aase, Anna-Maria and Anna Maria. */
export function isSameName(a: string, b: string): boolean {
  const ofA = readings(a);
  return [...readings(b)].some((reading) => reading !== "" && ofA.has(reading));
}
