import Link from "next/link";
import { Avatar } from "@/components/avatar";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { type Here, longDay, shortTime } from "../components/days";
import { type ListWords, listWords } from "../components/words";
import { hereOf } from "../here";
import type { ThreadMember } from "../thread-member";
import type { FoundThread } from "./schema";
import { searchThreads } from "./search-threads";

type FoundThreadsProps = {
  services: Services;
  actor: ThreadMember;
  query: string;
  cursor: string | undefined;
  /** The address of a thread, at the message found. */
  hrefOf: (id: string, at: number | undefined) => string;
  /** The address of a page of what was found. */
  pageHref: (cursor: string | undefined) => string;
  currentId?: string | undefined;
  withPatients: boolean;
};

/** What a search found, newest first; each line opens its thread at the message that has the words. */
export async function FoundThreads(props: FoundThreadsProps) {
  const { services, actor, query, cursor, hrefOf, pageHref, currentId, withPatients } = props;
  const [found, here, inList, words] = await Promise.all([
    searchThreads(services, actor, { q: query, cursor }),
    hereOf(services, actor),
    listWords(),
    getTranslations("messages.search"),
  ]);
  const { items, next, searchedTo } = found.ok
    ? found.value
    : { items: [], next: null, searchedTo: null };
  const day = searchedTo === null ? null : longDay(searchedTo, here);
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={words(day === null ? "emptyTitle" : "emptySoFarTitle")}>
          {day === null ? words("emptyText") : words("emptySoFarText", { day })}
        </EmptyState>
      ) : (
        <Card flush>
          <ul aria-label={words("found")} className="divide-y divide-hairline">
            {items.map((item) => (
              <li key={item.id}>
                <Link
                  aria-current={item.id === currentId ? "true" : undefined}
                  className="flex min-h-11 items-start gap-3 px-4 py-3.5 hover:bg-sunken focus-visible:-outline-offset-3 aria-[current]:bg-accent-soft"
                  data-list-item=""
                  href={hrefOf(item.id, item.message?.number)}
                  prefetch={false}
                  scroll={!withPatients}
                >
                  {withPatients && <Avatar name={item.patientName} />}
                  <Line here={here} item={item} withPatients={withPatients} words={inList} />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {day !== null && items.length > 0 && (
        <p className="px-1 text-muted" role="status">
          {words("soFar", { day })}
        </p>
      )}
      <Pagination
        firstHref={cursor === undefined ? null : pageHref(undefined)}
        nextHref={next && pageHref(next)}
      />
    </>
  );
}

type LineProps = { item: FoundThread; withPatients: boolean; here: Here; words: ListWords };

function Line({ item, withPatients, here, words }: LineProps) {
  const { patientName, subject, message, lastMessageAt } = item;
  const at = message?.sentAt ?? lastMessageAt;
  return (
    <div className="flex min-w-0 grow flex-col gap-0.5">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-semibold" dir="auto">
          {withPatients ? patientName : <Snippet parts={subject} />}
        </span>
        <time className="shrink-0 text-muted text-sm" dateTime={at}>
          {shortTime(at, here, words)}
        </time>
      </div>
      {withPatients && (
        <span className="truncate" dir="auto">
          <Snippet parts={subject} />
        </span>
      )}
      {message && (
        <span className="line-clamp-3 text-muted [overflow-wrap:anywhere]" dir="auto">
          {message.mine ? words.you : message.authorName}: <Snippet parts={message.snippet} />
        </span>
      )}
    </div>
  );
}

function Snippet({ parts }: { parts: FoundThread["subject"] }) {
  let at = 0;
  return parts.map(({ text, isMatch }) => {
    const key = at;
    at += text.length;
    if (!isMatch) return <span key={key}>{text}</span>;
    return (
      <mark className="bg-transparent font-bold text-ink underline decoration-accent" key={key}>
        {text}
      </mark>
    );
  });
}
