"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";

type NavLinkProps = Pick<
  ComponentProps<typeof Link>,
  "children" | "className" | "dangerouslySetInnerHTML"
> & {
  href: string;
  /** Current on this very address only, not on those below it. */
  exact?: boolean;
  /** Query parameters that go along, such as the patient a guardian looks at. */
  keep?: string[];
};

/** A link of a navigation; marks itself when its page is open. */
export function NavLink({ href, exact = false, keep = [], ...rest }: NavLinkProps) {
  const path = usePathname();
  const query = useSearchParams();
  const current = path === href || (!exact && path.startsWith(`${href}/`));
  const kept = keep.flatMap((name) => {
    const value = query.get(name);
    return value ? [`${name}=${encodeURIComponent(value)}`] : [];
  });
  return (
    <Link
      {...rest}
      aria-current={current ? "page" : undefined}
      href={kept.length > 0 ? `${href}?${kept.join("&")}` : href}
    />
  );
}
