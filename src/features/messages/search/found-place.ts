import { LONGEST_SEARCH } from "./schema";

/** What somebody searched for, and the message they opened from it, as both stand in a page's address. */
export interface FoundPlace {
  /** Empty: no search. */
  readonly query: string;
  readonly at: number | undefined;
}

/** Unknown words in the address count as none. */
export function readFoundPlace(
  search: Readonly<Record<string, string | string[] | undefined>>,
): FoundPlace {
  const { q, at } = search;
  return {
    query: typeof q === "string" ? q.trim().slice(0, LONGEST_SEARCH).toWellFormed() : "",
    at: typeof at === "string" && /^\d{1,9}$/.test(at) ? Number(at) : undefined,
  };
}

/** The part of an address that keeps a search and the message found: `q=wire&at=12`, or nothing. */
export function foundPlaceParts({ query, at }: FoundPlace): string[] {
  const parts: string[] = [];
  if (query !== "") parts.push(`q=${encodeURIComponent(query)}`);
  if (at !== undefined) parts.push(`at=${at}`);
  return parts;
}
