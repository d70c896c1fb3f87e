"use client";

import { ButtonLink } from "./button";
import { useUiWords } from "./ui-words";

type PaginationProps = {
  /** Address of the page that follows; null on the last. */
  nextHref: string | null;
  /** Address of the first page; null while on it. */
  firstHref: string | null;
};

/** Goes on by cursor: forward, or back to the start. */
export function Pagination({ nextHref, firstHref }: PaginationProps) {
  const words = useUiWords();
  if (!nextHref && !firstHref) return null;
  return (
    <nav aria-label={words.pages} className="flex flex-wrap justify-between gap-3">
      {firstHref ? (
        <ButtonLink href={firstHref} kind="quiet" small>
          {words.newer}
        </ButtonLink>
      ) : (
        <span />
      )}
      {nextHref && (
        <ButtonLink href={nextHref} kind="secondary" small>
          {words.older}
        </ButtonLink>
      )}
    </nav>
  );
}
