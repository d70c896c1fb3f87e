/** A piece of a text; `isMatch` where it is what somebody searched for. */
export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Letters before the first word found, so that it is read in its sentence. */
const LEAD = 60;
const LENGTH = 180;

/**
 * The piece of a text around the first word that begins with one of `beginnings` (lower case, without marks), in parts;
 * the text's beginning where none does.
 */
export function snippetOf(text: string, beginnings: readonly string[]): SnippetPart[] {
  const plain = text.replace(/\s+/gu, " ").trim();
  const found = [...plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => beginnings.some((beginning) => folded(word).startsWith(beginning)))
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
  const first = found[0]?.from ?? 0;
  const from = first <= LEAD ? 0 : wordAfter(plain, first - LEAD, first);
  const to = plain.length - from <= LENGTH ? plain.length : wordEnd(plain, from + LENGTH);
  const parts: SnippetPart[] = [];
  const add = (piece: string, isMatch: boolean) => {
    if (piece !== "") parts.push({ text: piece, isMatch });
  };
  let at = from;
  add(from > 0 ? "…" : "", false);
  for (const hit of found) {
    if (hit.from >= to) break;
    add(plain.slice(at, hit.from), false);
    at = Math.min(hit.to, to);
    add(plain.slice(hit.from, at), true);
  }
  add(plain.slice(at, to) + (to < plain.length ? "…" : ""), false);
  return parts;
}

/** As the database folds words: without marks, in small letters, alefs, yas and final has alike. */
function folded(word: string): string {
  const plain = word.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "");
  return plain.toLowerCase().replaceAll("ة", "ه").replaceAll("ى", "ي").replaceAll("ß", "ss");
}

/** Where the next word begins, never past `most`. */
function wordAfter(text: string, at: number, most: number): number {
  const space = text.indexOf(" ", at);
  return space === -1 || space >= most ? most : space + 1;
}

/** Where the word before ends; where there is none, between two characters. */
function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(" ", at);
  if (space > at - LEAD) return space;
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
