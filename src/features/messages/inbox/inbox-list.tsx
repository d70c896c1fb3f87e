import { EmptyState } from "@/components/empty-state";
import { Card, Stack } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import type { ClinicActor } from "@/features/access/actors";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { ThreadList } from "../components/thread-list";
import { listWords } from "../components/words";
import { AwayNote } from "../cover/components/away-note";
import { hereOf } from "../here";
import { listThreads } from "../list-threads";
import { FoundThreads } from "../search/found-threads";
import { ThreadSearch } from "../search/thread-search";
import { ListMenu } from "./components/list-menu";
import { INBOX_LISTS, INBOX_WHOSE } from "./inbox-names";
import { type InboxWish, inboxHref } from "./inbox-wish";

type InboxListProps = { services: Services; actor: ClinicActor; wish: InboxWish };

const counted = { needs_answer: "needsAnswer", snoozed: "snoozed" } as const;

/** The threads of the practice, or those that have what was searched for. */
export async function InboxList(props: InboxListProps) {
  const { services, actor, wish } = props;
  const { show, whose, query, thread } = wish;
  const without = { cursor: undefined, thread: undefined, at: undefined };
  return (
    <Stack gap={3}>
      {wish.base === "/doctor/inbox" && <AwayNote actor={actor} services={services} />}
      <ThreadSearch
        action={wish.base}
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
  const { items, next, counts } = lines.ok ? lines.value : { items: [], next: null, counts: null };
  const to = (change: Partial<InboxWish>) =>
    inboxHref({ ...wish, cursor: undefined, thread: undefined, at: undefined, ...change });
  const isDoctor = wish.base === "/doctor/inbox";
  const api = new URLSearchParams({ show, whose, ...(cursor && { cursor }) });
  return (
    <Stack gap={3}>
      <div className="grid grid-cols-2 gap-2">
        <ListMenu
          choices={INBOX_LISTS.map((name) => ({
            href: to({ show: name }),
            label: words(`show_${name}`),
            isCurrent: show === name,
            counts: name in counted ? counted[name as keyof typeof counted] : undefined,
          }))}
          countLabel={words("counted")}
          counts={counts}
          label={words("show")}
        />
        <ListMenu
          choices={INBOX_WHOSE.filter((name) => isDoctor || name !== "mine").map((name) => ({
            href: to({ whose: name }),
            label: words(`whose_${name}`),
            isCurrent: whose === name,
          }))}
          label={words("whose")}
          side="end"
        />
      </div>
      {items.length === 0 ? (
        <EmptyState title={words(`empty_${show}`)}>{words(`emptyText_${show}`)}</EmptyState>
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
