import Link from "next/link";
import { classNames } from "@/lib/class-names";
import { CountBadge } from "./badge";

export type Segment = {
  href: string;
  label: string;
  current: boolean;
  count?: number;
  /** What is counted, for those who hear it. */
  countLabel?: string;
};

/** Switches between views of one thing by address, such as Upcoming and Past. */
export function SegmentLinks({ label, items }: { label: string; items: Segment[] }) {
  return (
    <nav aria-label={label} className="max-w-full overflow-x-auto">
      <ul className="flex w-max gap-1 rounded-control bg-sunken p-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              aria-current={item.current ? "page" : undefined}
              className={classNames(
                "flex min-h-11 items-center gap-2 rounded-[0.4rem] border px-4 font-medium transition-colors lg:min-h-9",
                item.current
                  ? "border-hairline bg-surface text-ink shadow-soft"
                  : "border-transparent text-muted hover:text-ink",
              )}
              href={item.href}
              scroll={false}
            >
              {item.label}
              <CountBadge count={item.count ?? 0} label={item.countLabel ?? ""} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
