/** First names; with the last names below they make people who do not exist. */
// biome-ignore format: a list of words reads best in lines.
export const firstNames = [
  "Anna", "Oscar", "Leila", "Viktor", "Hannah", "Elias", "Freya", "Mateo", "Nora", "Samuel",
  "Amara", "Felix", "Ines", "Rasmus", "Chloe", "Idris", "Maja", "Theo", "Yasmin", "Jakob",
  "Clara", "Anton", "Zara", "Henrik", "Lucia", "Malik", "Signe", "Oliver", "Priscilla", "Emil",
  "Rosa", "Daniel", "Astrid", "Kwame", "Julia", "Simon", "Farah", "Gustav", "Molly", "Aron",
  "Selma", "Hugo", "Tilda", "Marcus", "Iris", "Nathan", "Vera", "Adrian", "Sofia", "Levi",
  "Linnea", "Jonathan", "Mira", "Caspar", "Elsa", "Rohan", "Agnes", "Peter", "Dalia", "Erik",
] as const;

// biome-ignore format: a list of words reads best in lines.
export const lastNames = [
  "Svensson", "Brightwater", "Karimi", "Holm", "Fairweather", "Lindqvist", "Ashgrove", "Moreau",
  "Stonebridge", "Nyberg", "Oyelaran", "Winterbourne", "Castellan", "Dahlgren", "Merriweather",
  "Haddad", "Sandgate", "Falk", "Appleyard", "Rosenvale", "Ekholm", "Thornbury", "Marchetti",
  "Wren", "Bergstrand", "Goldfinch", "Quill", "Aldermoor", "Sandoval", "Hedlund", "Larkspur",
  "Novak", "Underhill", "Farrow", "Silverdale", "Tran", "Oakhurst", "Bellweather", "Lund",
  "Marlowe", "Kettering", "Yardley", "Vance", "Rook", "Hollis", "Penrose", "Asante", "Birch",
] as const;

/** What some of them are called. */
export const shortNames: Readonly<Record<string, string | undefined>> = {
  Samuel: "Sam",
  Chloe: "Clo",
  Yasmin: "Yas",
  Oliver: "Ollie",
  Priscilla: "Cilla",
  Daniel: "Dan",
  Simon: "Si",
  Gustav: "Gus",
  Nathan: "Nate",
  Sofia: "Sofi",
  Jonathan: "Jon",
  Peter: "Pete",
};

/** Names that a layout or a comparison must stand (accents, length, hyphens, an apostrophe). */
export const unusualNames: readonly (readonly [first: string, last: string])[] = [
  ["Maximiliane-Theodora", "von Hohenfels-Wintersberg"],
  ["Zoë", "Brønsted"],
  ["Åsa", "Öberg-Sjöström"],
  ["Bo", "Li"],
  ["Aoife", "O'Dubhlaoich"],
];
