import Link from "next/link";
import { drawn } from "../drawn";
import { NavLink } from "./nav-link";

export type Brand = { name: string; homeHref: string };

/** An archway of teeth; the product's mark in the practice's colour. */
export function BrandMark({ className = "size-9" }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={`shrink-0 ${className}`} viewBox="0 0 32 32">
      <rect className="fill-accent" height="32" rx="9" width="32" />
      <path
        className="fill-none stroke-on-accent"
        d="M7.4 25.2V15.6a8.6 8.6 0 0 1 17.2 0v9.6"
        strokeDasharray="0 4.62"
        strokeLinecap="round"
        strokeWidth="3.7"
      />
      <path className="fill-on-accent" d="M12.6 27v-10a3.4 3.4 0 0 1 6.8 0v10z" opacity=".55" />
    </svg>
  );
}

type BrandLinkProps = {
  brand: Brand;
  compact?: boolean;
  /** Query parameters that go along, as in `NavLink`. */
  keep?: string[];
};

/** The practice's name with the mark; leads to its first page. */
export function BrandLink({ brand, compact = false, keep }: BrandLinkProps) {
  const shown = drawn(
    <>
      <BrandMark className={compact ? "size-8" : "size-9"} />
      <span className="min-w-0 font-semibold leading-tight">{brand.name}</span>
    </>,
  );
  return keep ? (
    <NavLink {...shown} className={look} exact href={brand.homeHref} keep={keep} />
  ) : (
    <Link {...shown} className={look} href={brand.homeHref} />
  );
}

const look = "inline-flex min-h-11 min-w-min max-w-full items-center gap-3 rounded-control";
