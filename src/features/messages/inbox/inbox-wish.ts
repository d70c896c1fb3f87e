import { type FoundPlace, foundPlaceParts, readFoundPlace } from "../search/found-place";
import { INBOX_LISTS, INBOX_WHOSE, type InboxListName, type InboxWhose } from "./inbox-names";

/** Where the inbox stands: in the orthodontist's area or at the desk. */
export type InboxBase = "/doctor/inbox" | "/desk/inbox";

/** What somebody looks at in the inbox, as it stands in the page's address. */
export interface InboxWish extends FoundPlace {
  readonly base: InboxBase;
  readonly show: InboxListName;
  readonly whose: InboxWhose;
  readonly cursor: string | undefined;
  readonly thread: string | undefined;
}

/** Unknown words in the address count as none. */
export function readInboxWish(
  base: InboxBase,
  search: Readonly<Record<string, string | string[] | undefined>>,
): InboxWish {
  const { show, whose, before, thread } = search;
  return {
    base,
    show: INBOX_LISTS.find((name) => name === show) ?? "needs_answer",
    whose: INBOX_WHOSE.find((name) => name === whose) ?? whoseAtFirst(base),
    cursor: typeof before === "string" ? before : undefined,
    thread: typeof thread === "string" ? thread : undefined,
    ...readFoundPlace(search),
  };
}

/** An orthodontist has patients of their own; the desk answers for everybody. */
function whoseAtFirst(base: InboxBase): InboxWhose {
  return base === "/doctor/inbox" ? "mine" : "all";
}

export function inboxHref({ base, show, whose, cursor, thread, query, at }: InboxWish): string {
  const parts = foundPlaceParts({ query, at });
  if (show !== "needs_answer") parts.push(`show=${show}`);
  if (whose !== whoseAtFirst(base)) parts.push(`whose=${whose}`);
  if (cursor !== undefined) parts.push(`before=${encodeURIComponent(cursor)}`);
  if (thread !== undefined) parts.push(`thread=${thread}`);
  return parts.length > 0 ? `${base}?${parts.join("&")}` : base;
}

/** A patient's page where the inbox stands. */
export function patientHref(base: InboxBase, patientId: string): string {
  return base === "/doctor/inbox" ? `/doctor/patients/${patientId}` : `/desk/records/${patientId}`;
}
