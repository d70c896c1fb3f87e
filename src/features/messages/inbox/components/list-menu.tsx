"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { CountBadge } from "@/components/badge";
import { Menu } from "@/components/shells/menu";
import { menuItemLook } from "@/components/shells/menu-items";
import type { InboxCounts } from "../../schema";
import { useCounts } from "./told-counts";

export interface ListChoice {
  readonly href: string;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly counts?: keyof InboxCounts | undefined;
}

type ListMenuProps = {
  /** What is chosen here. */
  label: string;
  choices: readonly ListChoice[];
  counts?: InboxCounts | null;
  /** What is counted. */
  countLabel?: string;
  side?: "start" | "end";
};

/** Chooses one of the inbox's lists by address; what is chosen stands on the button. */
export function ListMenu(props: ListMenuProps) {
  const { label, choices, counts = null, countLabel = "", side = "start" } = props;
  const now = useCounts(counts);
  const badge = ({ counts: which }: ListChoice) => (
    <CountBadge count={(which && now?.[which]) ?? 0} label={countLabel} />
  );
  const chosen = choices.find(({ isCurrent }) => isCurrent);
  return (
    <Menu
      side={side}
      summary={
        <>
          <span className="sr-only">{label}:</span>
          <span className="truncate">{chosen?.label}</span>
          {chosen && badge(chosen)}
          <ChevronDown aria-hidden="true" className="ms-auto size-4.5 shrink-0 text-muted" />
        </>
      }
      summaryClassName="inline-flex min-h-11 w-full cursor-pointer items-center gap-2 rounded-control border border-edge bg-surface px-3 font-semibold hover:border-ink hover:bg-sunken lg:min-h-9"
    >
      <ul aria-label={label}>
        {choices.map((choice) => (
          <li key={choice.href}>
            <Link
              aria-current={choice.isCurrent ? "true" : undefined}
              className={`${menuItemLook} aria-[current]:bg-accent-soft`}
              href={choice.href}
              prefetch={false}
              scroll={false}
            >
              <span className="grow">{choice.label}</span>
              {badge(choice)}
            </Link>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
