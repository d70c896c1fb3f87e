import { readings } from "@/domain/registration/names";

/**
 * First names that people use for one another, as they are commonly known in English, German, Spanish and Swedish.
 * Modest on purpose: a name of two groups joins neither to the other, and what is missing stands in the record as the
 * preferred name.
 */
const GROUPS: readonly string[] = [
  "Alexander Alex Sasha Xander",
  "Alexandra Alex Sasha Sandra",
  "Andrew Andy Drew",
  "Anthony Tony",
  "Antonio Toni Tony",
  "Benjamin Ben Benny",
  "Catherine Katherine Cathy Kathy Kate Katie",
  "Katharina Kathi Katja Käthe",
  "Charles Charlie Chuck",
  "Christina Chris Tina",
  "Christopher Chris Topher",
  "Christian Chris",
  "Daniel Dan Danny",
  "David Dave Davy",
  "Deborah Debra Deb Debbie",
  "Edward Ed Eddie Ted",
  "Elizabeth Elisabeth Liz Lizzie Beth Betty Eliza Lisa",
  "Francisco Paco Pancho Curro",
  "Franziska Franzi",
  "Frederick Fred Freddie",
  "Friedrich Fritz",
  "Gregory Greg",
  "Gustav Gösta",
  "Guadalupe Lupe",
  "Hans Johannes Johann",
  "Isabel Isabella Bella Isa",
  "Jacob Jake",
  "James Jim Jimmy Jamie",
  "Jennifer Jen Jenny",
  "Johannes Jonas Hannes",
  "John Jack Johnny",
  "Jonathan Jon Jonny",
  "José Pepe",
  "Joseph Joe Joey",
  "Joshua Josh",
  "Karl Carl Kalle",
  "Lars Lasse",
  "Margaret Maggie Meg Peggy Margie",
  "Margareta Greta Maggan",
  "María Mari Maruja",
  "Matthew Matt",
  "Matthias Matze",
  "Maximilian Max",
  "Michael Mike Mick Mickey Michi",
  "Nicholas Nick Nicky",
  "Nikolaus Klaus Niko",
  "Patricia Pat Patty Trish",
  "Patrick Pat Paddy",
  "Peter Pete",
  "Rebecca Becca Becky",
  "Richard Rick Dick Richie",
  "Robert Rob Bob Bobby Robbie",
  "Samantha Sam",
  "Samuel Sam Sammy",
  "Stephen Steven Steve",
  "Stefan Steffen",
  "Susan Sue Susie",
  "Theresa Terry Tess",
  "Thomas Tom Tommy",
  "Timothy Tim",
  "Ulrich Uli",
  "Victoria Vicky Tori",
  "William Will Bill Billy Willy Liam",
  "Wilhelm Willi",
];

const groupsByReading = new Map<string, Set<number>>();
for (const [index, names] of GROUPS.entries()) {
  for (const reading of names.split(" ").flatMap((name) => [...readings(name)])) {
    groupsByReading.set(reading, (groupsByReading.get(reading) ?? new Set()).add(index));
  }
}

/** True when both stand in one group: Bill and William, but not Alexander and Alexandra. */
export function isNicknameOf(a: string, b: string): boolean {
  const ofB = groupsOf(b);
  return [...groupsOf(a)].some((group) => ofB.has(group));
}

function groupsOf(name: string): ReadonlySet<number> {
  return new Set(
    [...readings(name)].flatMap((reading) => [...(groupsByReading.get(reading) ?? [])]),
  );
}
