import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/lib/class-names";

const gaps = {
  1: "gap-1",
  2: "gap-2",
  3: "gap-3",
  4: "gap-4",
  6: "gap-6",
  8: "gap-8",
  12: "gap-12",
};
type Gap = keyof typeof gaps;

/** Things one under the other; `gap` in steps of 4 px. */
export function Stack({ gap = 4, className, ...rest }: ComponentProps<"div"> & { gap?: Gap }) {
  return <div {...rest} className={classNames("flex min-w-0 flex-col", gaps[gap], className)} />;
}

type RowProps = ComponentProps<"div"> & { gap?: Gap; between?: boolean };

/** Things beside each other that wrap when there is no room. */
export function Row({ gap = 3, between = false, className, ...rest }: RowProps) {
  const spread = between && "justify-between";
  return (
    <div
      {...rest}
      className={classNames("flex flex-wrap items-center", gaps[gap], spread, className)}
    />
  );
}

/** What one can do now: under each other and as wide as the thumb needs on phones, in a row from 640 px. */
export function Actions({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      {...rest}
      className={classNames(
        "flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center",
        className,
      )}
    />
  );
}

type CardProps = ComponentProps<"div"> & {
  tone?: "surface" | "sunken" | "accent";
  flush?: boolean;
};

const tones = {
  surface: "border-hairline bg-surface shadow-soft",
  sunken: "border-transparent bg-sunken",
  accent: "border-transparent bg-accent-soft",
};

/** A rounded sheet. `flush` leaves the padding to what lies in it (lists, tables). */
export function Card({ tone = "surface", flush = false, className, ...rest }: CardProps) {
  const padding = flush ? "overflow-hidden" : "p-5 sm:p-6";
  return (
    <div
      {...rest}
      className={classNames("min-w-0 rounded-card border", tones[tone], padding, className)}
    />
  );
}

type SectionProps = { id: string; title: ReactNode; action?: ReactNode; children: ReactNode };

/** A part of a page under its own heading; `id` names the heading for the landmark. */
export function Section({ id, title, action, children }: SectionProps) {
  return (
    <section aria-labelledby={`${id}-title`} className="flex min-w-0 flex-col gap-4" id={id}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-xl" id={`${id}-title`}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

type PageTitleProps = {
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
};

/** The page's one first heading, with what it belongs to above and what it says below. */
export function PageTitle({ title, eyebrow, lead, action }: PageTitleProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex min-w-0 max-w-prose flex-col gap-1">
        {eyebrow && <p className="font-semibold text-accent text-sm">{eyebrow}</p>}
        <h1 className="font-bold text-2xl sm:text-3xl">{title}</h1>
        {lead && <p className="mt-1 text-lg text-muted">{lead}</p>}
      </div>
      {action}
    </header>
  );
}
