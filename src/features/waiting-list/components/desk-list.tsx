import { UserPlus } from "lucide-react";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card, PageTitle } from "@/components/layout";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { getTranslations } from "@/lib/translations";
import type { DeskEntry } from "../schema";
import { DeskEntryRow } from "./desk-entry";

type DeskListProps = {
  items: readonly DeskEntry[];
  /** Where the next page begins; null on the last. */
  next: string | null;
  isFirst: boolean;
  zone: string;
  done: "added" | "offered" | undefined;
};

/** Everybody who waits, the longest first. */
export async function DeskList({ items, next, isFirst, zone, done }: DeskListProps) {
  const [words, wishes, language] = await Promise.all([
    getTranslations("waitingList.desk"),
    getTranslations("waitingList.wish"),
    getLocale(),
  ]);
  const add = (
    <ButtonLink
      href="/desk/waiting-list?add=1"
      icon={<UserPlus aria-hidden="true" className="size-4.5" />}
      kind={items.length === 0 ? "primary" : "secondary"}
    >
      {words("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageTitle
        action={items.length > 0 ? add : undefined}
        lead={words("lead")}
        title={words("title")}
      />
      {done && <Notice live title={words(`done.${done}`)} tone="success" />}
      {items.length === 0 ? (
        <EmptyState action={add} title={words("empty")}>
          {words("emptyText")}
        </EmptyState>
      ) : (
        <Card flush>
          <ul className="divide-y divide-hairline">
            {items.map((entry) => (
              <DeskEntryRow
                entry={entry}
                key={entry.id}
                language={language}
                wishes={wishes}
                words={words}
                zone={zone}
              />
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        firstHref={isFirst ? null : "/desk/waiting-list"}
        nextHref={next === null ? null : `/desk/waiting-list?cursor=${next}`}
      />
    </>
  );
}
