import { isWorkNeed, type WorkNeed } from "./needs";
import type { Whose } from "./work-list";

/** Which list of patients somebody looks at, as it stands in the page's address; a search looks through the practice. */
export interface ListWish {
  /** `needs`: everybody of whom something waits; `all`: everybody, by name. */
  readonly show: WorkNeed | "needs" | "all";
  readonly whose: Whose;
  readonly query: string;
}

/** Where in the list: a patient, and since when what the list is about stands, for when they have left it. */
export interface ListPlace {
  readonly after: string | null;
  readonly since: string;
}

type Search = Readonly<Record<string, string | string[] | undefined>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LONGEST_QUERY = 80;
/** An instant, and a sign before it. */
const LONGEST_SINCE = 40;

/** Unknown words in the address count as none. */
export function readListWish({ show, whose, q }: Search, shown: "needs" | "all"): ListWish {
  const query = typeof q === "string" ? q.trim().slice(0, LONGEST_QUERY) : "";
  const isKnown =
    typeof show === "string" && (show === "needs" || show === "all" || isWorkNeed(show));
  return {
    show: query !== "" ? "all" : isKnown ? show : shown,
    whose: whose === "all" || query !== "" ? "all" : "mine",
    query,
  };
}

export function readListPlace({ after, since }: Search): ListPlace {
  return {
    after: typeof after === "string" && uuid.test(after) ? after : null,
    since: typeof since === "string" ? since.slice(0, LONGEST_SINCE) : "",
  };
}

/** `show=stop&whose=all`: the list, for an address; with a place, where in it. */
export function listSearch(
  { show, whose, query }: ListWish,
  { after, since }: Partial<ListPlace> = {},
): string {
  const search = new URLSearchParams({ show });
  if (query !== "") search.set("q", query);
  else if (whose === "all") search.set("whose", "all");
  if (after) search.set("after", after);
  if (since) search.set("since", since);
  return search.toString();
}
