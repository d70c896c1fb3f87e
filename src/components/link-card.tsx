import { ChevronRight, type LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { drawn } from "./drawn";

type LinkCardProps = {
  href: string;
  icon: LucideIcon;
  title: string;
  /** What stands below the title; drawn. */
  children: ReactNode;
  /** What stands below it and lives in the browser, and then what stands below that. */
  own?: ReactNode;
  below?: ReactNode;
  /** `tile`: the icon on a coloured square; `lit` where something new waits. */
  look?: "plain" | "tile" | "lit";
};

/** A sheet that leads somewhere as a whole. */
export function LinkCard(props: LinkCardProps) {
  const { href, icon: Icon, title, children, own, below, look = "plain" } = props;
  const isPlain = look === "plain";
  const sign = isPlain ? (
    <Icon aria-hidden="true" className="size-5.5 shrink-0 text-accent" />
  ) : (
    <span
      className={`grid size-11 shrink-0 place-items-center rounded-control ${look === "lit" ? "bg-accent text-on-accent" : "bg-accent-soft text-accent"}`}
    >
      <Icon aria-hidden="true" className="size-5.5" />
    </span>
  );
  const said = (
    <>
      <span className="text-muted text-sm">{title}</span>
      {children}
    </>
  );
  const go = (
    <ChevronRight
      aria-hidden="true"
      className="size-5 shrink-0 text-muted transition-[translate] group-hover:translate-x-0.5 rtl:rotate-180"
    />
  );
  const whole = () =>
    drawn(
      <>
        {sign}
        <span className={textLook}>{said}</span>
        {go}
      </>,
    );
  const parts = () => (
    <>
      <span className="contents" {...drawn(sign)} />
      <span className={textLook}>
        <span className="contents" {...drawn(said)} />
        {own}
        <span className="contents" {...drawn(below)} />
      </span>
      <span className="contents" {...drawn(go)} />
    </>
  );
  return (
    <Link
      className={`group flex items-center gap-4 rounded-card border border-hairline bg-surface shadow-soft transition-colors hover:border-edge ${isPlain ? "min-h-16 px-4 py-3 sm:px-5" : "min-h-20 p-4 sm:p-5"}`}
      href={href}
      {...(own === undefined ? whole() : { children: parts() })}
    />
  );
}

const textLook = "flex min-w-0 grow flex-col";
