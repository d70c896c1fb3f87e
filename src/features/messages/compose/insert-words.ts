import { openFields } from "@/domain/messages/template-fields";

/** What stands in the box after words were put in at a place, and what is chosen there then. */
export interface Inserted {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts words in place of what is chosen; the first field that they leave open is chosen next, else their end. */
export function insertWords(text: string, from: number, to: number, words: string): Inserted {
  const before = text.slice(0, from);
  const inserted = before + words + text.slice(to);
  return { text: inserted, ...(openField(words, from) ?? end(from + words.length)) };
}

/** Where the first field that is open still stands, and what it is; null: none. `offset` counts before the text. */
export function openField(
  text: string,
  offset = 0,
): { readonly field: string; readonly from: number; readonly to: number } | null {
  const [field] = openFields(text);
  if (field === undefined) return null;
  const from = offset + text.indexOf(field);
  return { field, from, to: from + field.length };
}

function end(at: number) {
  return { from: at, to: at };
}
