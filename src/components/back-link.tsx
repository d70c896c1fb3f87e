import { ChevronLeft } from "lucide-react";
import Link from "next/link";

/** The way back from one of many to all of them, at every width. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link -ms-1 inline-flex min-h-11 items-center gap-1 self-start" href={href}>
      <ChevronLeft aria-hidden="true" className="size-5" />
      {children}
    </Link>
  );
}
