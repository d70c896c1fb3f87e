import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";
import { Card } from "./layout";
import { NavLink } from "./shells/nav-link";

export type SectionEntry = {
  key: string;
  href: string;
  label: string;
  icon: ReactNode;
  /** Current on its own address alone, not on those below it. */
  exact?: boolean;
};

type SectionFrameProps = {
  label: string;
  entries: SectionEntry[];
  /** Parts of the address that the links keep. */
  keep?: string[];
  className?: string;
  children: ReactNode;
};

/** Settings in sections: the list beside the page from 768 px. */
export function SectionFrame({ label, entries, keep, className, children }: SectionFrameProps) {
  return (
    <div
      className={classNames("grid gap-8 md:grid-cols-[12rem_minmax(0,1fr)] md:gap-10", className)}
    >
      <nav aria-label={label} className="hidden md:block">
        <ul className="sticky top-6 flex flex-col gap-0.5">
          {entries.map(({ key, href, label: name, icon, exact = false }) => (
            <li key={key}>
              <NavLink
                className={entryLook}
                exact={exact}
                href={href}
                {...(keep !== undefined && { keep })}
              >
                <span className="shrink-0 *:size-4.5">{icon}</span>
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex min-w-0 flex-col gap-8">{children}</div>
    </div>
  );
}

const entryLook = [
  "flex min-h-11 items-center gap-3 rounded-control px-3 py-2 font-medium text-dense text-muted leading-snug",
  "hover:bg-sunken hover:text-ink",
  "aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-ink",
  "aria-[current=page]:[&_svg]:text-accent",
].join(" ");

export type SectionLine = Omit<SectionEntry, "exact"> & {
  /** What the section holds, or what is set. */
  line: string;
};

/** The same sections as a list of links, each with a line of its own. */
export function SectionList({ label, sections }: { label: string; sections: SectionLine[] }) {
  return (
    <Card flush>
      <ul aria-label={label} className="divide-y divide-hairline">
        {sections.map(({ key, href, label: name, icon, line }) => (
          <li key={key}>
            <Link
              className="flex min-h-16 items-center gap-4 px-5 py-3 hover:bg-sunken"
              href={href}
            >
              <span className="shrink-0 text-accent *:size-5">{icon}</span>
              <span className="min-w-0 grow">
                <span className="block font-semibold">{name}</span>
                <span className="wrap-anywhere block text-muted text-sm">{line}</span>
              </span>
              <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type SectionBackProps = { href: string; keep?: string[]; children: ReactNode };

/** The way back to the list where the list is not beside the section. */
export function SectionBack({ href, keep, children }: SectionBackProps) {
  return (
    <NavLink
      className="link -ms-1 inline-flex min-h-11 items-center gap-1 self-start md:hidden"
      exact
      href={href}
      {...(keep !== undefined && { keep })}
    >
      <ChevronLeft aria-hidden="true" className="size-5" />
      {children}
    </NavLink>
  );
}
