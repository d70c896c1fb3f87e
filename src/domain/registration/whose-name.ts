import { isSameName } from "@/domain/registration/names";
import { isNicknameOf } from "@/domain/registration/nicknames";

/** Words that stand between names and are no name by themselves. */
const PARTICLES = new Set(
  "af al av bin da das de del della den der di do dos du el la las le los of ter und van von y zu zum zur".split(
    " ",
  ),
);

/** R5: the given names of one person: one spelling, a nickname, or one of two given names. */
export function isSameFirstName(typed: string, known: string): boolean {
  if (isSameName(typed, known) || isNicknameOf(typed, known)) return true;
  return isPartOf(typed, known, (a, b) => isSameName(a, b) || isNicknameOf(a, b));
}

/** R5: the family names of one person: one spelling, or one half of a double name (García López and García). */
export function isSameLastName(typed: string, known: string): boolean {
  return isSameName(typed, known) || isPartOf(typed, known, isSameName);
}

/** True when every part of the shorter name stands in the longer one. */
function isPartOf(a: string, b: string, isSame: (a: string, b: string) => boolean): boolean {
  const [shorter = [], longer = []] = [partsOf(a), partsOf(b)].toSorted(
    (one, other) => one.length - other.length,
  );
  return shorter.length > 0 && shorter.every((part) => longer.some((whole) => isSame(part, whole)));
}

/** The names in a double name, without particles and initials. */
function partsOf(name: string): string[] {
  return name
    .normalize("NFC")
    .split(/[\s\p{Pd}.]+/u)
    .filter((part) => [...part].length > 1 && !PARTICLES.has(part.toLowerCase()));
}
