import { EmptyState } from "@/components/empty-state";
import { Card, Stack } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { SegmentLinks } from "@/components/segment-links";
import type { ClinicActor } from "@/features/access/actors";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { hereOf } from "../here";
import { type InboxWish, inboxHref } from "../inbox-wish";
import { listThreads } from "../list-threads";
import { FoundThreads } from "../search/found-threads";
import { ThreadSearch } from "../search/thread-search";
import { ThreadList } from "./thread-list";
import { listWords } from "./words";

type InboxListProps = { services: Services; actor: ClinicActor; wish: InboxWish };

const empties = {
  needs_answer: ["emptyNeedsAnswer", "emptyNeedsAnswerText"],
  unread: ["emptyUnread", "emptyUnreadText"],
  all: ["emptyAll", "emptyAllText"],
} as const;

/** The threads of the practice, or those that have what was searched for. */
export async function InboxList(props: InboxListProps) {
  const { services, actor, wish } = props;
  const { show, whose, query, thread } = wish;
  const without = { cursor: undefined, thread: undefined, at: undefined };
  return (
    <Stack gap={3}>
      <ThreadSearch
        action="/doctor/inbox"
        allHref={inboxHref({ ...wish, ...without, query: "" })}
        kept={{ show, whose }}
        query={query}
      />
      {query === "" ? (
        <Threads {...props} />
      ) : (
        <FoundThreads
          actor={actor}
          currentId={thread}
          cursor={wish.cursor}
          hrefOf={(id, at) => inboxHref({ ...wish, thread: id, at })}
          pageHref={(cursor) => inboxHref({ ...wish, ...without, cursor })}
          query={query}
          services={services}
          withPatients
        />
      )}
    </Stack>
  );
}

/** What needs an answer first, one's own patients first. */
async function Threads({ services, actor, wish }: InboxListProps) {
  const { show, whose, cursor, thread } = wish;
  const [lines, here, words, inList] = await Promise.all([
    listThreads(services, actor, { show, whose, cursor }),
    hereOf(services, actor),
    getTranslations("messages.inbox"),
    listWords(),
  ]);
  const { items, next } = lines.ok ? lines.value : { items: [], next: null };
  const to = (change: Partial<InboxWish>) =>
    inboxHref({ ...wish, cursor: undefined, thread: undefined, at: undefined, ...change });
  const [emptyTitle, emptyText] = empties[show];
  const api = new URLSearchParams({ show, whose, ...(cursor && { cursor }) });
  return (
    <Stack gap={3}>
      <SegmentLinks
        items={[
          {
            href: to({ show: "needs_answer" }),
            label: words("needsAnswer"),
            current: show === "needs_answer",
          },
          { href: to({ show: "unread" }), label: words("unread"), current: show === "unread" },
          { href: to({ show: "all" }), label: words("all"), current: show === "all" },
        ]}
        label={words("show")}
      />
      <SegmentLinks
        items={[
          { href: to({ whose: "mine" }), label: words("mine"), current: whose === "mine" },
          { href: to({ whose: "all" }), label: words("everyone"), current: whose === "all" },
        ]}
        label={words("whose")}
      />
      {items.length === 0 ? (
        <EmptyState title={words(emptyTitle)}>{words(emptyText)}</EmptyState>
      ) : (
        <Card flush>
          <ThreadList
            currentId={thread}
            here={here}
            href={inboxHref({ ...wish, at: undefined, thread: "{id}" })}
            initial={items}
            path={`/api/threads?${api}`}
            withPatients
            words={inList}
          />
        </Card>
      )}
      <Pagination
        firstHref={cursor === undefined ? null : to({})}
        nextHref={next === null ? null : to({ cursor: next })}
      />
    </Stack>
  );
}
