import { type FoundPlace, foundPlaceParts, readFoundPlace } from "./search/found-place";

/** What somebody looks at in the inbox, as it stands in the page's address. */
export interface InboxWish extends FoundPlace {
  readonly show: "needs_answer" | "unread" | "all";
  readonly whose: "mine" | "all";
  readonly cursor: string | undefined;
  readonly thread: string | undefined;
}

/** Unknown words in the address count as none. */
export function readInboxWish(
  search: Readonly<Record<string, string | string[] | undefined>>,
): InboxWish {
  const { show, whose, before, thread } = search;
  return {
    show: show === "unread" || show === "all" ? show : "needs_answer",
    whose: whose === "all" ? "all" : "mine",
    cursor: typeof before === "string" ? before : undefined,
    thread: typeof thread === "string" ? thread : undefined,
    ...readFoundPlace(search),
  };
}

export function inboxHref({ show, whose, cursor, thread, query, at }: InboxWish): string {
  const parts = foundPlaceParts({ query, at });
  if (show !== "needs_answer") parts.push(`show=${show}`);
  if (whose !== "mine") parts.push(`whose=${whose}`);
  if (cursor !== undefined) parts.push(`before=${encodeURIComponent(cursor)}`);
  if (thread !== undefined) parts.push(`thread=${thread}`);
  return parts.length > 0 ? `/doctor/inbox?${parts.join("&")}` : "/doctor/inbox";
}
