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
import { ThreadList } from "./thread-list";
import { listWords } from "./words";

type InboxListProps = { services: Services; actor: ClinicActor; wish: InboxWish };

const empties = {
  needs_answer: ["emptyNeedsAnswer", "emptyNeedsAnswerText"],
  unread: ["emptyUnread", "emptyUnreadText"],
  all: ["emptyAll", "emptyAllText"],
} as const;

/** The threads of the practice: what needs an answer first, one's own patients first. */
export async function InboxList({ services, actor, wish }: InboxListProps) {
  const { show, whose, cursor, thread } = wish;
  const [lines, here, words, inList] = await Promise.all([
    listThreads(services, actor, { show, whose, cursor }),
    hereOf(services, actor),
    getTranslations("messages.inbox"),
    listWords(),
  ]);
  const { items, next } = lines.ok ? lines.value : { items: [], next: null };
  const to = (change: Partial<InboxWish>) =>
    inboxHref({ show, whose, cursor: undefined, thread: undefined, ...change });
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
            href={inboxHref({ ...wish, thread: "{id}" })}
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
