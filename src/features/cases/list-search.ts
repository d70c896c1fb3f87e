import { CASE_TABS, type CaseListWish } from "./schema";

type Search = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST_QUERY = 80;

/** Which cases somebody looks at, as it stands in the page's address; unknown words count as none. */
export function readCaseSearch({ show, whose, q, cursor }: Search): CaseListWish {
  return {
    show: CASE_TABS.find((tab) => tab === show) ?? "needs_you",
    whose: whose === "all" ? "all" : "mine",
    q: typeof q === "string" ? q.trim().slice(0, LONGEST_QUERY) : "",
    cursor: typeof cursor === "string" ? cursor.slice(0, LONGEST_QUERY) : undefined,
  };
}

/** The address of a list; without a cursor its beginning. */
export function caseListHref({ show, whose, q, cursor }: CaseListWish): string {
  const search = new URLSearchParams({ show });
  if (q !== "") search.set("q", q);
  else if (whose === "all") search.set("whose", "all");
  if (cursor) search.set("cursor", cursor);
  return `/doctor/cases?${search}`;
}
