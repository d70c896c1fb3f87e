import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type PlanHeadingProps = {
  title: string;
  back: { href: string; label: string };
  children: ReactNode;
};

/** The page's first heading under the way back. */
export function PlanHeading({ title, back, children }: PlanHeadingProps) {
  return (
    <header className="flex min-w-0 flex-col gap-0.5">
      <Link
        className="inline-flex min-h-11 w-fit items-center gap-1.5 font-medium text-accent hover:underline lg:min-h-7"
        href={back.href}
        prefetch={false}
      >
        <ArrowLeft aria-hidden="true" className="size-4.5 rtl:rotate-180" />
        {back.label}
      </Link>
      <h1 className="font-bold text-2xl">{title}</h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">{children}</div>
    </header>
  );
}
